"""A field that is new in what is noted beside somebody belongs in the leak and hostile tests."""

import typed_fields


def test_every_field_somebody_types_in_is_known():
    """One that is new: plant it in day_beside_her.py, and add it to TYPED, or to OURS."""
    typed = typed_fields.TYPED | typed_fields.BY_STAFF | typed_fields.OF_SESSIONS
    assert typed_fields.known() == typed | set(typed_fields.OURS)
    assert not typed & set(typed_fields.OURS)
