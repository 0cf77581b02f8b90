"""Reading word lists that are kept as plain text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for tables that are easier to read and to extend as prose than as a list."""
    return frozenset(text.split())
