"""A few words made into a sentence, as the lines of the day show them."""


def full_stop(text: str) -> str:
    """Return a sentence that ends."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def sentence(text: str) -> str:
    """Return a few words as a sentence: a capital before, a full stop behind."""
    return full_stop(text[:1].upper() + text[1:])
