"""Esc followed at once by another key is two keys, however close together they arrive.

Terminals send Alt+1 as Esc and 1, so Textual reads the pair as one key (`¡`); of `Esc` and a word
typed ahead it makes `^` and the word. Here Alt is never a key of its own.
"""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser

_ESC = "\x1b"
_INTRODUCERS = "[O"
"""What begins the sequence of a longer key; `O` may also be the letter."""


class EscapeFirst(XTermParser):
    """Textual's parser of terminal input, but for `Esc x`."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        found = list(super()._sequence_to_key_events(sequence))
        begun, typed = sequence[:1], sequence[1:]
        is_pair = len(typed) == 1 and typed not in _INTRODUCERS
        is_capital_o = len(typed) == 2 and typed[0] == "O" and not found
        if begun == _ESC and (is_pair or is_capital_o):
            yield from self._escape()
            for letter in typed:
                yield from super()._sequence_to_key_events(letter)
        else:
            if alt:
                yield from self._escape()
            yield from found

    @staticmethod
    def _escape() -> Iterable[events.Key]:
        yield events.Key("escape", _ESC)


def put_escape_first() -> None:
    """Have the terminal's driver read keys this way; it names its parser and takes no other."""
    from textual.drivers import linux_driver

    linux_driver.XTermParser = EscapeFirst  # type: ignore[attr-defined]
