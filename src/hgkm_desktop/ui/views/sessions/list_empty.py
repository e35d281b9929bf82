"""What stands in place of the list: nothing is found, planned, or over yet."""

from hgkm_desktop.texts import tr
from hgkm_desktop.ui.widgets.empty import Empty


class ListEmpty(Empty):
    """Offers what helps: to plan, or to leave nothing out."""

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__("", "", tr("New session"), tr("Filters off"), drawing=False)
        self._may_edit = may_edit

    def explain(self, *, narrowed: bool, is_over: bool) -> None:
        """Say why there is nothing."""
        if narrowed:
            self.say(tr("Nothing found"), tr("Type fewer words, or turn the filters off."))
        elif is_over:
            self.say(tr("Nothing has been yet"), tr("What is over comes to stand here."))
        else:
            told = tr("A topic, a day and a place are enough to begin.")
            if not self._may_edit:
                told = tr("A staff member or coordinator plans them.")
            self.say(tr("Nothing is planned yet"), told)
        self.button.setVisible(self._may_edit and not narrowed and not is_over)
        self.quiet.setVisible(narrowed)
