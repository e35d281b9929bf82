import sys

from PySide6.QtWidgets import QLabel


def test_a_void_call_takes_no_reference_from_none(qapp):
    """PySide6 6.12.0 takes one at every call and aborts after some 5,000 of them."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) <= 50
