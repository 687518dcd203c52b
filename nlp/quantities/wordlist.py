"""Long lists of words, written as running text so that they stay readable."""


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())
