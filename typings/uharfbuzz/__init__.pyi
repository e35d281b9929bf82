from collections.abc import Sequence
from enum import IntEnum, IntFlag

class Blob:
    @property
    def data(self) -> bytes: ...

class Face:
    def __init__(self, data: bytes) -> None: ...
    @property
    def glyph_count(self) -> int: ...
    @property
    def upem(self) -> int: ...
    @property
    def unicodes(self) -> Set: ...
    @property
    def blob(self) -> Blob: ...

class FontExtents:
    ascender: int
    descender: int

class GlyphExtents:
    x_bearing: int
    y_bearing: int
    width: int
    height: int

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_font_extents(self, direction: str) -> FontExtents: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class BufferClusterLevel(IntEnum):
    MONOTONE_CHARACTERS = 1

class Buffer:
    cluster_level: BufferClusterLevel
    direction: str
    language: str
    @property
    def glyph_infos(self) -> Sequence[GlyphInfo]: ...
    @property
    def glyph_positions(self) -> Sequence[GlyphPosition]: ...
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: dict[str, bool] = ...) -> None: ...

class Set:
    def __contains__(self, value: int) -> bool: ...
    def update(self, values: set[int]) -> None: ...

class SubsetFlags(IntFlag):
    NO_HINTING = 1
    RETAIN_GIDS = 2
    NO_LAYOUT_CLOSURE = 512

class SubsetInput:
    flags: SubsetFlags
    @property
    def glyph_set(self) -> Set: ...
    @property
    def drop_table_tag_set(self) -> Set: ...
    @property
    def name_id_set(self) -> Set: ...

def subset(face: Face, wanted: SubsetInput) -> Face: ...
