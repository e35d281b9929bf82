import pytest
from hostile import HOSTILE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from hgkm_desktop.errors import WrongPassphrase
from hgkm_desktop.services import members
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.context import Context
from hgkm_desktop.ui.own_passphrase import change_own_passphrase

NEW = "lantaarn geiten dinsdag zolder appel"


@pytest.fixture
def ctx(sign_in):
    db = sign_in("Hanan")
    made = Context(db, db.call(members.names)[db.actor.member_id], Settings(), db._now)
    made.said = []
    made.noticed.connect(made.said.append)
    yield made
    made.background.wait()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(1236, 868)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(ctx, window):
    return change_own_passphrase(ctx, window)


def fill(dialog, old, new, again):
    for field, text in ((dialog.form.old, old), (dialog.form.new, new), (dialog.form.again, again)):
        field.setText(text)


def settle(qtbot, ctx):
    qtbot.waitUntil(lambda: not ctx.background._jobs, timeout=20_000)


def problems(dialog):
    form = dialog.form
    fields = {"old": form.old_field, "new": form.new_field, "again": form.again_field}
    return {key: field.problem() for key, field in fields.items() if field.problem()}


def test_the_new_passphrase_opens_and_the_old_one_does_not(dialog, ctx, desk, qtbot):
    key = desk.keys["Hanan"]
    fill(dialog, key.passphrase, NEW, NEW)
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        dialog.overlay.accept()
    assert ctx.said[-1].text == "Je wachtzin is veranderd."
    assert not ctx.member.must_renew
    with pytest.raises(WrongPassphrase):
        desk.sign_in("Hanan")
    desk.vault.sign_in(key.tile.member_id, NEW).engine.dispose()


def test_a_wrong_old_passphrase_is_said_at_its_field(dialog, ctx, desk, qtbot):
    fill(dialog, "niet de goede zin", NEW, NEW)
    dialog.overlay.accept()
    assert not dialog.form.isEnabled()
    settle(qtbot, ctx)
    assert problems(dialog) == {"old": "Dat klopt niet. Probeer het nog een keer."}
    assert dialog.form.isEnabled()
    assert dialog.overlay.isVisible()
    desk.sign_in("Hanan").engine.dispose()


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("", NEW, NEW, "old"),
        ("oud", "", "", "new"),
        ("oud", "   ", "", "new"),
        ("oud", "kort", "kort", "new"),
        ("oud", "hanan hanan hanan hanan", "hanan hanan hanan hanan", "new"),
        ("oud", NEW, "", "again"),
        ("oud", NEW, NEW.replace("appel", "peer"), "again"),
        ("oud", "bel\x07 " + NEW, "bel\x07 " + NEW, "new"),
        (NEW, NEW, NEW, "new"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_before_anything_is_tried(
    dialog, ctx, old, new, again, field
):
    fill(dialog, old, new, again)
    dialog.overlay.accept()
    assert set(problems(dialog)) == {field}
    assert not ctx.background._jobs


def test_a_difference_is_named(dialog):
    fill(dialog, "oud", NEW, NEW.replace("appel", "peer"))
    dialog.overlay.accept()
    assert "laatste woord" in problems(dialog)["again"]


def test_a_generated_one_is_shown_and_has_to_be_typed_again(dialog):
    QTest.mouseClick(dialog.form.meter.offer, Qt.MouseButton.LeftButton)
    assert len(dialog.form.new.text().split()) == 5
    assert dialog.form.new.echoMode() == QLineEdit.EchoMode.Normal
    assert dialog.form.again.text() == ""
    assert dialog.form.meter.bar.accessibleName() == "Sterk genoeg"


def test_the_bar_follows_what_is_typed(dialog):
    QTest.keyClicks(dialog.form.new, "welkom")
    weak = dialog.form.meter.bar.accessibleName()
    dialog.form.new.setText(NEW)
    assert weak != dialog.form.meter.bar.accessibleName() == "Sterk genoeg"


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[n for n, _ in HOSTILE])
def test_hostile_text_does_no_harm(dialog, text):
    dialog.form.new.setText(text)
    assert len(dialog.form.new.text()) <= 200
    dialog.overlay.accept()
    assert problems(dialog)


def test_cancelling_wipes_what_was_typed(dialog):
    fill(dialog, "oud", NEW, NEW)
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Escape)
    assert dialog.form.new.text() == ""
    assert not dialog.overlay.isVisible()


def test_whoever_was_given_a_passphrase_cannot_go_round_it(ctx, window, desk, qtbot):
    ctx.member.must_renew = True
    dialog = change_own_passphrase(ctx, window, forced=True)
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Escape)
    assert dialog.overlay.isVisible()
    assert not dialog.overlay.cancel_button.isVisible()
    fill(dialog, "verkeerd", NEW, NEW)
    dialog.overlay.accept()
    settle(qtbot, ctx)
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Escape)
    assert dialog.overlay.isVisible()
    fill(dialog, desk.keys["Hanan"].passphrase, NEW, NEW)
    with qtbot.waitSignal(dialog.changed, timeout=20_000):
        dialog.overlay.accept()
    assert not ctx.member.must_renew


def test_nothing_closes_it_while_the_lock_is_being_made(dialog, ctx, desk, qtbot):
    fill(dialog, desk.keys["Hanan"].passphrase, NEW, NEW)
    dialog.overlay.accept()
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Escape)
    QTest.keyClick(dialog.overlay, Qt.Key.Key_Return)
    assert dialog.overlay.isVisible()
    settle(qtbot, ctx)


def test_an_unexpected_failure_lets_her_try_again(dialog, ctx, monkeypatch, qtbot):
    monkeypatch.setattr(members, "change_own_passphrase", lambda *_: 1 // 0)
    fill(dialog, "oud", NEW, NEW)
    with qtbot.captureExceptions() as caught:
        dialog.overlay.accept()
        settle(qtbot, ctx)
    assert caught[0][0] is ZeroDivisionError
    assert dialog.form.isEnabled()
    assert dialog.overlay.accept_button.isEnabled()


def test_every_part_has_a_name_and_is_reached_with_tab(dialog):
    stops = dialog.overlay.stops()
    assert all(stop.accessibleName() for stop in stops)
    expected = [dialog.form.old, dialog.form.new, dialog.form.meter.offer, dialog.form.again]
    assert [stop for stop in stops if stop in expected] == expected
