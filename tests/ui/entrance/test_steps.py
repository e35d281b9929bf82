import pytest
from hostile import HOSTILE
from PySide6.QtCore import Qt

from hgkm_desktop.ui.entrance.answers import Answers
from hgkm_desktop.ui.entrance.coordinator_step import CoordinatorStep
from hgkm_desktop.ui.entrance.organisation_step import OrganisationStep

IDS = [name for name, _ in HOSTILE]
TEXTS = [text for _, text in HOSTILE]


@pytest.fixture
def answers():
    return Answers()


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_no_organisation_and_no_title_does_harm(shown, answers, text):
    step = shown(OrganisationStep(answers))
    step.organisation.widget.setText(text)
    step.window_title.widget.setText(text)
    step.check()
    assert len(answers.organisation) <= 60
    assert "\n" not in answers.organisation + answers.window_title
    assert not step.grab().isNull()


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_no_name_does_harm(shown, answers, text):
    step = shown(CoordinatorStep(answers))
    step.name.widget.setText(text)
    step.second.widget.setText(text)
    step.check()
    assert len(answers.name) <= 60
    assert "\u202e" not in answers.name
    assert not step.grab().isNull()


def test_a_clicked_color_is_the_color(shown, answers):
    step = shown(CoordinatorStep(answers))
    step.name.widget.setText("Marleen")
    step.color.buttons[4].click()
    assert step.check()
    assert (answers.color, answers.second_color) == (5, 6)


def test_the_last_color_is_followed_by_the_first():
    assert Answers(color=6).second_color == 1


def test_the_colors_are_one_tab_stop(shown, answers, keys):
    step = shown(CoordinatorStep(answers))
    step.arrive()
    keys.tab()
    assert keys.here is step.color.buttons[0]
    keys.tab()
    assert keys.here is step.second.widget


@pytest.mark.parametrize("size", [(1100, 780), (1026, 612), (700, 500)])
def test_nothing_is_squeezed_where_there_is_little_room(shown, answers, size):
    step = shown(OrganisationStep(answers), *size)
    fields = step.organisation, step.window_title
    assert all(f.widget.height() >= f.widget.minimumSizeHint().height() for f in fields)
    assert all(f.height() >= f.minimumSizeHint().height() for f in fields)


def test_what_helps_stands_beside_or_below(shown, answers, qtbot):
    step = shown(CoordinatorStep(answers), 1100, 780)

    def left(widget):
        return widget.mapTo(step, widget.rect().topLeft()).x()

    assert left(step.tile) > left(step.name.widget) + step.name.widget.width()
    step.resize(700, 780)
    qtbot.waitUntil(lambda: left(step.tile) == left(step.name.widget))


def test_enter_on_a_chip_or_color_goes_on(shown, answers, keys, qtbot):
    step = shown(OrganisationStep(answers))
    step.languages.chips[0].setFocus()
    with qtbot.waitSignal(step.go_on):
        keys.press(Qt.Key.Key_Enter)


def test_the_leading_margin_mirrors(shown, answers, qapp):
    step = shown(OrganisationStep(answers), 1100, 780)
    field = step.organisation
    leading = field.mapTo(step, field.rect().topLeft()).x()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = shown(OrganisationStep(answers), 1100, 780)
    field = mirrored.organisation
    end = field.mapTo(mirrored, field.rect().topRight()).x()
    assert mirrored.width() - 1 - end == leading
