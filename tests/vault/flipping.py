"""Copies of bytes with one of them changed, each place in turn."""

MASKS = (0x01, 0x10, 0x20, 0x80)


def flipped(raw: bytes, every: int = 1, masks: tuple[int, ...] = MASKS):
    """Return copies of the bytes with one of them changed, each place in turn."""
    for place in range(0, len(raw), every):
        for mask in masks:
            yield raw[:place] + bytes([raw[place] ^ mask]) + raw[place + 1 :]
