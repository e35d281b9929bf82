"""What a session is about and when it is: all a new one needs."""

from datetime import date, datetime, timedelta

from hgkm_desktop import clock
from hgkm_desktop.errors import Invalid
from hgkm_desktop.models import InformationSession
from hgkm_desktop.rules.sessions import SessionTopic
from hgkm_desktop.services.information_sessions import LONGEST
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.dates import kept_together, time_of
from hgkm_desktop.ui.forms.group import chosen
from hgkm_desktop.ui.views.sessions.form_group import Part, line, options
from hgkm_desktop.ui.widgets.fields import ComboField, DateField, TimeField

DAY = timedelta(days=1)


class What(Part):
    """The topic is counted; the title is what stands on the list and the poster."""

    def __init__(self) -> None:
        super().__init__()
        self.topic = ComboField(options(SessionTopic), tr("Choose a topic"))
        self.title = line()
        self.add(
            self.field("topic", tr("What is it about?"), self.topic),
            self.field("title", tr("Title"), self.title),
        )
        self.topic.changed.connect(self._on_topic_chosen)
        self._on_topic_chosen()

    def show_session(self, planned: InformationSession) -> None:
        """Show the topic, except the one a new session has before anybody chose."""
        is_open = planned.version == 0 and planned.topic is SessionTopic.OTHER
        self.topic.set_value(None if is_open else planned.topic)
        self.title.setText(planned.title)
        self._on_topic_chosen()

    def put(self, planned: InformationSession) -> None:
        """Write topic and title."""
        topic = chosen(self.topic.value(), SessionTopic)
        if topic is None:
            raise Invalid({"topic": tr("Choose what it is about.")})
        planned.topic, planned.title = topic, self.title.text()

    def _on_topic_chosen(self, _value: object = None) -> None:
        is_other = self.topic.value() == SessionTopic.OTHER
        hint = tr("Say what it is about.") if is_other else tr("Empty: the topic is the title.")
        self.fields["title"].set_hint(hint)


class When(Part):
    """A day, and from when until when; a later beginning takes the end along.

    An end before the beginning is meant for the next day, when that is not too long: a Ramadan
    evening ends at one. It is said at the field, for it could be a slip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.day, self.begins, self.ends = DateField(), TimeField(), TimeField()
        self.add(
            self.field("starts_at", tr("Which day?"), self.day),
            self.field("begins", tr("From"), self.begins),
            self.field("ends_at", tr("Until"), self.ends),
        )
        self._lasts = timedelta()
        self.day.dateChanged.connect(self._say_which_day)
        self.begins.timeChanged.connect(self._on_begins_changed)
        self.ends.timeChanged.connect(self._on_ends_changed)

    def show_session(self, planned: InformationSession) -> None:
        """Show when it is."""
        starts, ends = clock.local(planned.starts_at), clock.local(planned.ends_at)
        self.day.set_value(starts.date())
        self.begins.set_value(starts.time())
        self.ends.set_value(ends.time())
        self._say_which_day()

    def put(self, planned: InformationSession) -> None:
        """Write both moments, as the clock on the wall says them."""
        planned.starts_at, planned.ends_at = self.times()

    def times(self) -> tuple[datetime, datetime]:
        """Return when it begins and ends."""
        day, ends = self.day.value(), self.ends.value()
        starts, until = clock.at(day, self.begins.value()), clock.at(day, ends)
        if until < starts and day < date.max:
            next_day = clock.at(day + DAY, ends)
            until = next_day if next_day - starts <= LONGEST else until
        return starts, until

    def _on_begins_changed(self) -> None:
        """Move the end along, also past midnight."""
        if self._lasts > timedelta():
            ends = datetime.min + (_since_midnight(self.begins) + self._lasts) % DAY
            self.ends.blockSignals(True)
            self.ends.set_value(ends.time())
            self.ends.blockSignals(False)
        self._say_which_day()

    def _on_ends_changed(self) -> None:
        lasts = (_since_midnight(self.ends) - _since_midnight(self.begins)) % DAY
        self._lasts = lasts if lasts <= LONGEST else timedelta()
        self._say_which_day()

    def _say_which_day(self) -> None:
        """Say at the end that it is on the next day, where that is what is meant."""
        starts, ends = self.times()
        is_next = clock.local(ends).date() > clock.local(starts).date()
        told = tr("Until {time}, the next day.").format(time=kept_together(time_of(ends)))
        self.fields["ends_at"].set_hint(told if is_next else "")


def _since_midnight(field: TimeField) -> timedelta:
    at = field.value()
    return timedelta(hours=at.hour, minutes=at.minute)
