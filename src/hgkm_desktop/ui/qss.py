"""The style sheet, written once with names of colours, made into a real one for a theme.

Lengths are those of the mock-ups and grow with the size of letters. No pictures: what a style
sheet cannot draw in the colours of the theme (marks, carets), the widgets paint themselves.
"""

import re
from collections.abc import Sequence

TEMPLATE = """
QToolTip { background: @ink; color: @page; border: 0; padding: 5px 8px; font-size: 14px; }

QLabel[role="page-title"] { font-size: 25px; font-weight: 600; }
QLabel[role="wizard-title"] { font-size: 28px; font-weight: 600; }
QLabel[role="panel-title"] { font-size: 19px; font-weight: 600; }
QLabel[role="group"] { font-size: 16px; font-weight: 600; }
QLabel[role="bold"] { font-weight: 600; }
QLabel[role="number"] { font-size: 17px; font-weight: 600; }
QLabel[role="label"] { font-size: 14px; font-weight: 600; }
QLabel[role="label-muted"] { font-size: 14px; font-weight: 600; color: @mut; }
QLabel[role="lead"] { font-size: 16px; color: @mut; }
QLabel[role="muted"] { font-size: 14px; color: @mut; }
QLabel[role="explain"] { font-size: 14px; }
QLabel[role="small"] { font-size: 13px; color: @mut; }
QLabel[role="problem"] { font-size: 14px; font-weight: 600; color: @rd; }
QLabel[role="okay"] { font-size: 14px; font-weight: 600; color: @ok; }
QLabel[role="bind-head"] { font-size: 17px; font-weight: 600; color: @bindhead; }
QLabel[role="bind-mut"] { font-size: 13px; color: @bindmut; }
QLabel[role="error-title"] { font-size: 27px; font-weight: 600; }
QLabel[role="empty-title"] { font-size: 22px; font-weight: 600; }
QLabel[role="empty-small"] { font-size: 17px; font-weight: 600; }
QLabel[role="text-16"] { font-size: 16px; }
QLabel[role="body-muted"] { color: @mut; }
QLabel[role="badge-text"] { font-size: 13px; font-weight: 600; }
QLabel[role="toast"] { color: @page; }
QLabel:disabled { color: @faint; }

QWidget[ground="page"] { background: @page; }
QWidget[ground="bind"] { background: @bind; }
QWidget[ground="card"] { background: @card; }

QPushButton { min-height: 38px; padding: 0 16px; border-radius: 8px; font-weight: 600;
  border: 1px solid @edge2; background: @card; color: @ink; }
QPushButton[grade="small"] { min-height: 32px; padding: 0 12px; border-radius: 7px;
  font-size: 14px; }
QPushButton[grade="big"] { min-height: 46px; padding: 0 22px; font-size: 16px; }
QPushButton:hover { background: @sunk; }
QPushButton:pressed { background: @line; }
QPushButton:checked { background: @prit; border-color: @pri; color: @pri; }
QPushButton[kind="primary"] { background: @pri; border-color: @pri; color: @onpri; }
QPushButton[kind="primary"]:hover { background: @prih; border-color: @prih; }
QPushButton[kind="primary"]:pressed { background: @pria; border-color: @pria; }
QPushButton[kind="quiet"], QPushButton[kind="bare"] { background: transparent; color: @pri;
  border-color: transparent; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="bare"]:hover { background: @prit2; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="bare"]:pressed { background: @prit; }
QPushButton[kind="danger"] { background: @rd; border-color: @rd; color: @card; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: @rds;
  border-color: @rds; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
  color: @faint; background: @sunk; border-color: @line2; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="bare"]:disabled { color: @faint;
  background: transparent; border-color: transparent; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit { border: 1px solid @edge;
  border-radius: 8px; background: @card; color: @ink; selection-background-color: @pri;
  selection-color: @onpri; placeholder-text-color: @mut; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 38px; padding: 0 10px; }
QLineEdit[grade="small"], QComboBox[grade="small"] { min-height: 32px; font-size: 14px; }
QLineEdit[grade="big"], QComboBox[grade="big"] { min-height: 44px; font-size: 16px; }
QLineEdit[grade="huge"] { min-height: 46px; font-size: 17px; }
QLineEdit[grade="palette"] { min-height: 64px; padding: 0; border: 0; background: transparent;
  font-size: 19px; }
QPlainTextEdit { padding: 6px 8px; }
QLineEdit[error="true"], QComboBox[error="true"], QAbstractSpinBox[error="true"] {
  border: 2px solid @rds; padding: 0 9px; min-height: 36px; }
QLineEdit[error="true"][grade="big"] { min-height: 42px; }
QLineEdit[error="true"][grade="huge"] { min-height: 44px; }
QPlainTextEdit[error="true"] { border: 2px solid @rds; padding: 5px 7px; }
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled, QAbstractSpinBox:disabled,
QPlainTextEdit:disabled, QPlainTextEdit:read-only { background: @sunk; border-color: @line2;
  color: @mut; }
QAbstractSpinBox { padding: 0; }
QAbstractSpinBox[error="true"] { padding: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0;
  background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 26px;
  subcontrol-origin: border; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { width: 0; height: 0; }
QDateEdit::drop-down, QComboBox::drop-down { border: 0; width: 34px; background: transparent;
  subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { width: 0; height: 0; image: none; }
QComboBox QAbstractItemView { background: @card; color: @ink; border: 1px solid @line2;
  outline: 0; padding: 4px; selection-background-color: @prit; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: 34px; padding: 0 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: @prit; color: @ink; }

QCheckBox, QRadioButton { spacing: 9px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 20px; height: 20px;
  border: 1px solid @edge; background: @card; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 11px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @pri; }
QCheckBox::indicator:checked { background: @pri; border-color: @pri; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 7px solid @pri; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line2;
  background: @sunk; }

QFrame[role="card"] { background: @card; border: 1px solid @line; border-radius: 12px; }
QFrame[role="card"][accent="true"] { border-color: @pril; }
QFrame[role="hairline"] { background: @line; border: 0; min-height: 1px; max-height: 1px; }

QTableView { background: @card; border: 0; gridline-color: transparent; color: @ink;
  selection-background-color: @prit; selection-color: @ink; outline: 0; }
QHeaderView { background: @card; border: 0; }
QHeaderView::section { background: @card; color: @mut; font-size: 14px; font-weight: 600;
  border: 0; border-bottom: 1px solid @line2; padding: 0 12px; height: 38px; }
QTableCornerButton::section { background: @card; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent;
  border: 0; }

QScrollBar:vertical { width: 14px; background: transparent; margin: 3px; border: 0; }
QScrollBar:horizontal { height: 14px; background: transparent; margin: 3px; border: 0; }
QScrollBar::handle { background: @line2; border-radius: 4px; }
QScrollBar::handle:hover { background: @edge2; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @card; color: @ink; border: 1px solid @line2; padding: 5px; }
QMenu::item { padding: 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: @prit; color: @ink; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QCalendarWidget QWidget { background: @card; color: @ink; alternate-background-color: @card; }
QCalendarWidget QAbstractItemView { selection-background-color: @pri; selection-color: @onpri;
  outline: 0; }
QCalendarWidget QAbstractItemView:disabled { color: @faint; }
QCalendarWidget QToolButton { border: 0; border-radius: 6px; padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: @sunk; }
"""

_LENGTH = re.compile(r"(\d+)px")
_TOKEN = re.compile(r"@(\w+)")


def typed_in(families: Sequence[str]) -> str:
    """Return the rule that gives what is typed into these families, the first one leading."""
    names = ", ".join(f'"{family}"' for family in families)
    return f"QLineEdit, QComboBox, QAbstractSpinBox {{ font-family: {names}; }}"


def build(tokens: dict[str, str], scale: int = 100) -> str:
    """Return the style sheet for these colours and this size of letters.

    Raises KeyError when the sheet names a colour the theme does not have.
    """

    def length(match: re.Match[str]) -> str:
        return f"{round(int(match[1]) * scale / 100)}px"

    def hue(match: re.Match[str]) -> str:
        return tokens[match[1]]

    return _TOKEN.sub(hue, _LENGTH.sub(length, TEMPLATE))
