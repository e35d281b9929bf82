"""The card at the side: one partner, or a national number; what can be done stands at its foot."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.services import members
from hgkm_desktop.services.partners import PartnerCard
from hgkm_desktop.sheets.numbers import Number
from hgkm_desktop.texts import tr
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.dates import day_of
from hgkm_desktop.ui.forms.tab_chain import between
from hgkm_desktop.ui.names import shown
from hgkm_desktop.ui.style import px
from hgkm_desktop.ui.views.partners import words
from hgkm_desktop.ui.views.partners.card_view import CardView
from hgkm_desktop.ui.views.partners.coming import Coming
from hgkm_desktop.ui.views.partners.number_view import NumberView
from hgkm_desktop.ui.views.partners.spread import spread
from hgkm_desktop.ui.widgets.buttons import icon_button, make_button
from hgkm_desktop.ui.widgets.card import Card
from hgkm_desktop.ui.widgets.icon_label import IconLabel
from hgkm_desktop.ui.widgets.labels import explain, hairline, panel_title
from hgkm_desktop.ui.widgets.painting import sides
from hgkm_desktop.ui.widgets.scroll import FittingScroll

WIDE, NARROW = 356, 308
_MARKS = {"fresh": ("check-circle", "oks"), "old": ("clock", "ams")}
_OLD = ("warning-circle", "rds")


class SidePanel(Card):
    """Its middle scrolls; the name stays above it, and "Klopt nog" below."""

    right_asked = Signal()
    change_asked = Signal()
    menu_asked = Signal()
    call_asked = Signal()
    person_asked = Signal(object)
    agreement_asked = Signal(object)

    def __init__(self, ctx: Context, *, may_edit: bool) -> None:
        super().__init__(margins=(0, 16, 0, 13), spacing=0)
        self._ctx, self._may_edit = ctx, may_edit
        self.card: PartnerCard | None = None
        self.coming = Coming(ctx)
        self.setAccessibleName(tr("The chosen organisation"))
        self.name = panel_title("", wrap=True)
        self.change = icon_button("pencil-simple", tr("Change"), small=True, kind="bare")
        self.more = icon_button(
            "dots-three-outline-vertical", tr("More about this one"), small=True, kind="bare"
        )
        self.right = make_button(tr("Still right"), small=True)
        self._mark, self._checked = (
            IconLabel("check-circle", "oks", 18, "fill"),
            explain("", wrap=True),
        )
        self.shown: QWidget = QWidget()
        self._inside, self._foot = QWidget(), QWidget()
        self._middle = QVBoxLayout(self._inside)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self.shown)
        self._lay_out()
        self.right.clicked.connect(self.right_asked)
        self.change.clicked.connect(self.change_asked)
        self.more.clicked.connect(self.menu_asked)

    def show_card(self, card: PartnerCard) -> None:
        """Show a partner."""
        self.card = card
        may_edit = self._may_edit and not self._ctx.veiled and not card.is_ended
        fresh = CardView(self._ctx, card, self.coming.section(card.partner.id), may_edit=may_edit)
        fresh.call_asked.connect(self.call_asked)
        fresh.person_asked.connect(self.person_asked)
        fresh.agreement_asked.connect(self.agreement_asked)
        self._show(card.partner.name, fresh)
        self.change.setVisible(may_edit)
        self.more.setVisible(self._may_edit and not self._ctx.veiled)
        self._tell_check(card.partner.checked_on, self._by(card), card.age)
        self._foot.setVisible(not card.is_ended)

    def show_number(self, number: Number) -> None:
        """Show a national number; it is changed among the information sheets."""
        self.card = None
        self._show(number.name, NumberView(number))
        for button in (self.change, self.more):
            button.hide()
        is_fresh = number.is_fresh(day_of(self._ctx.now()))
        self._tell_check(number.checked_on, "", "fresh" if is_fresh else "stale")
        self._foot.show()

    def show_nothing(self) -> None:
        """Go away; nothing of what was shown stays behind."""
        self.card = None
        self._show("", QWidget())
        self.hide()

    def take_focus(self) -> None:
        """Bring the keyboard to the first thing one can do here."""
        stops = self.change, *self._chain(), self.right
        first = next(each for each in stops if each.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, *, is_wide: bool) -> None:
        """Leave more room to the list on a small screen."""
        self.setFixedWidth(px(WIDE if is_wide else NARROW))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(*sides(self, 19, 0, 12, 6))
        head.setSpacing(px(2))
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.change, self.more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setContentsMargins(*sides(self, 19, 0, 17, 0))
        middle.addWidget(FittingScroll(self._inside), 1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(px(19), px(12), px(19), 0)
        foot.setSpacing(px(8))
        foot.addWidget(self._mark)
        foot.addWidget(self._checked, 1)
        foot.addWidget(self.right)
        self.body.addLayout(head)
        self.body.addLayout(middle, 1)
        self.body.addWidget(hairline())
        self.body.addWidget(self._foot)

    def _show(self, name: str, fresh: QWidget) -> None:
        self.name.setText(spread(name))
        self._middle.replaceWidget(self.shown, fresh)
        self.shown.hide()
        self.shown.deleteLater()
        self.shown = fresh
        self.show()
        self._chain()

    def _chain(self) -> list[QWidget]:
        return between(self, (self.change, self.more), (self.right,))

    def _by(self, card: PartnerCard) -> str:
        checked_by = card.partner.checked_by
        who = self._ctx.call(members.names).get(checked_by) if checked_by else None
        return shown(who.name, self._ctx.veiled) if who else ""

    def _tell_check(self, on: date | None, by: str, age: str) -> None:
        self._mark.show_icon(*_MARKS.get(age, _OLD))
        today = day_of(self._ctx.now())
        self._checked.setText(words.last_checked(on, by, today))
