"""How much memory the cells of a spreadsheet file would take, counted without taking it."""

import re
from collections.abc import Mapping

CELLS = 5_000_000
CHARACTERS = 200_000_000
_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_REPEATED = re.compile(r"[0-9]{1,10}")
_CELL = "table-cell", "covered-table-cell"
_SHARED = "xl/sharedstrings.xml"


class TooHeavy(Exception):
    """A file asks for more memory than its table can be worth."""


class _Walk:
    """Goes through the elements of one XML part; what is no sound XML raises ExpatError."""

    def walk(self, part: bytes) -> None:
        """Read a part; one that declares entities of its own is refused."""
        from xml.parsers.expat import ParserCreate

        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._text
        parser.Parse(part, True)

    def _on_doctype(self, *_: object) -> None:
        raise ValueError

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._start(name.rpartition(":")[2], attributes)

    def _on_end(self, name: str) -> None:
        self._end(name.rpartition(":")[2])

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the start of an element, by its name without a prefix."""

    def _end(self, name: str) -> None:
        """Meet the end of an element."""

    def _text(self, text: str) -> None:
        """Meet a stretch of text."""


class _Shared(_Walk):
    """The lengths of the texts that cells point at by number."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self.lengths.append(0)

    def _text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Sheet(_Walk):
    """The corner of one sheet that is furthest away, and what its shared texts come to."""

    def __init__(self, lengths: list[int]) -> None:
        self._lengths = lengths
        self._row = self._column = self._last_row = self._last_column = self._characters = 0
        self._place = 0, 0
        self._is_shared = False
        self._pointer = ""

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif name == "c":
            self._place = self._placed(attributes.get("r"))
            self._column = self._place[1]
            self._is_shared = attributes.get("t") == "s"
        elif name in ("v", "is"):
            self._fill()

    def _text(self, text: str) -> None:
        self._pointer += text if self._is_shared else ""

    def _end(self, name: str) -> None:
        if name == "v" and self._is_shared:
            self._characters += self._lengths[int(self._pointer)]
            if self._characters > CHARACTERS:
                raise TooHeavy
        elif name == "c":
            self._is_shared = False

    def _placed(self, reference: str | None) -> tuple[int, int]:
        if reference is None:
            return self._row, self._column + 1
        match = _PLACE.fullmatch(reference)
        if match is None:
            raise ValueError
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - 64
        return int(match[2]), column

    def _fill(self) -> None:
        self._pointer = ""
        self._last_row = max(self._last_row, self._place[0])
        self._last_column = max(self._last_column, self._place[1])
        if self._last_row * self._last_column > CELLS:
            raise TooHeavy


class Excel:
    """Weighs an XLSX."""

    def weigh(self, parts: Mapping[str, bytes]) -> None:
        """Raise TooHeavy, or another error when what is in it is not sound."""
        shared = _Shared()
        for name, part in parts.items():
            if name.casefold() == _SHARED:
                shared.walk(part)
        for name, part in parts.items():
            if name.casefold() not in (_SHARED, "mimetype"):
                _Sheet(shared.lengths).walk(part)


class OpenDocument(_Walk):
    """Weighs the one part of an ODS that holds its cells, each repeated as often as it says."""

    def __init__(self) -> None:
        self._rows = self._widest = self._characters = 0
        self._empty_rows = self._row_repeat = self._column_repeat = 0
        self._width = self._filled_width = self._row_characters = 0

    def weigh(self, part: bytes) -> None:
        """Raise TooHeavy, or another error when what is in it is not sound."""
        self.walk(part)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table-row":
            self._row_repeat = _repeated(attributes, "table:number-rows-repeated")
            self._width = self._filled_width = self._row_characters = 0
        elif name in _CELL:
            self._column_repeat = _repeated(attributes, "table:number-columns-repeated")
            self._width += self._column_repeat
            if "office:value-type" in attributes:
                self._filled_width = self._width

    def _text(self, text: str) -> None:
        if self._column_repeat and text.strip():
            self._filled_width = self._width
            self._row_characters += len(text) * self._column_repeat

    def _end(self, name: str) -> None:
        if name in _CELL:
            self._column_repeat = 0
        elif name == "table-row":
            self._add_row()
        elif name == "table":
            self._empty_rows = 0

    def _add_row(self) -> None:
        if not self._filled_width:
            self._empty_rows += self._row_repeat
            return
        self._rows += self._empty_rows + self._row_repeat
        self._empty_rows = 0
        self._widest = max(self._widest, self._filled_width)
        self._characters += self._row_characters * self._row_repeat
        if self._rows * self._widest > CELLS or self._characters > CHARACTERS:
            raise TooHeavy


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    match = _REPEATED.fullmatch(attributes.get(name, "1"))
    if match is None:
        raise ValueError
    return int(match[0])
