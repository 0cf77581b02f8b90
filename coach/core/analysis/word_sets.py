"""Word lists written as plain text, so that they stay readable and diff well."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, cut at blanks."""
    return frozenset(text.split())


def phrase_list(text: str) -> tuple[str, ...]:
    """The phrases of a text, cut at commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))
