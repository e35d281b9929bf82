"""The building blocks: small parts, made once, used by every view (LOOK.md 4)."""
