from datetime import date

import pytest
from PySide6.QtCore import Qt

from hgkm_desktop.services import numbers
from hgkm_desktop.services.prints import Job
from hgkm_desktop.ui.dates import LEFT_TO_RIGHT


@pytest.fixture
def registry(editor):
    editor.view.pages.list_numbers()
    return editor.view.pages.numbers


def row_of(registry, key):
    return next(n for n, number in enumerate(registry.model.rows) if number.key == key)


def cells(registry, key):
    row = registry.model.rows[row_of(registry, key)]
    return [column.text(row) for column in registry.model.columns]


def test_every_number_says_when_it_was_last_right(registry):
    assert cells(registry, "veilig_thuis") == [
        "Veilig Thuis",
        LEFT_TO_RIGHT.format("0800-2000"),
        "dag en nacht",
        "21 nov",
    ]
    assert cells(registry, "korrelatie")[-1] == "Nog niet nagekeken"


def test_a_checked_number_prints_from_then_on(editor, registry):
    registry.table.select(row_of(registry, "korrelatie"))
    editor.push(registry.right)
    assert cells(registry, "korrelatie")[-1] == "23 nov"
    assert registry.table.current().key == "korrelatie"


def test_enter_changes_a_number(editor, registry):
    registry.table.select(row_of(registry, "police"))
    registry.table.setFocus()
    editor.press(Qt.Key.Key_Return)
    assert editor.focus is registry.form.digits
    registry.form.digits.setText("niet bellen")
    editor.press(Qt.Key.Key_Return)
    assert registry.form.fields["number"].problem() == "Typ het nummer met alleen cijfers."
    registry.form.digits.setText("0900-8845")
    editor.press(Qt.Key.Key_Return)
    assert editor.ctx.call(numbers.by_key)["police"].number == "0900-8845"


def test_our_own_number_is_added_printed_and_taken_out(editor, registry):
    editor.push(registry.add)
    editor.type("Buurthuis")
    registry.form.digits.setText("020 555 01 00")
    editor.press(Qt.Key.Key_Return)
    own = editor.ctx.call(numbers.by_key)["own"]
    assert (own.name, own.checked_on) == ("Buurthuis", date(2026, 11, 23))
    editor.view.pages.go_back()
    editor.view.refresh()
    assert "020 555 01 00" in editor.paper()
    editor.view.pages.list_numbers()
    registry.table.select(row_of(registry, "own"))
    assert registry.remove.isEnabled()
    editor.push(registry.remove)
    editor.push(editor.overlay.accept_button)
    assert "own" not in editor.ctx.call(numbers.by_key)


def test_a_number_that_ships_cannot_be_taken_out(registry):
    registry.table.select(row_of(registry, "emergency"))
    assert not registry.remove.isEnabled()


def test_esc_leads_back_to_the_sheets(editor, registry):
    registry.table.setFocus()
    editor.press(Qt.Key.Key_Escape)
    assert editor.view.pages.jobs() == [Job("domestic_violence", "nl")]
