"""Words that are asked for when they are shown, so that they follow a change of language."""

from collections.abc import Callable

from teui.practice.texts import Texts

Words = str | Callable[[Texts], str]
"""What makes the words in a language; a bare string is the same in all, a name or a text typed."""


def word(key: str, /, **values: object) -> Callable[[Texts], str]:
    """The text under `key`."""
    return lambda t: t(key, **values)


def in_words(t: Texts, words: Words) -> str:
    """The words in one language."""
    return words if isinstance(words, str) else words(t)
