"""What the card of a service line says: each part in whole sentences, with its source."""

from screens.widgets.lines import Line, Span, line, spread, wrap
from teui.casework.wording import source
from teui.practice.model import PracticeModel
from teui.practice.service_line import CARD, ServiceLine
from teui.practice.texts import Texts

_MOST = 12


def card(t: Texts, model: PracticeModel, number: int, width: int) -> list[Line]:
    """The line's name, then its parts; of a model from before the cards that there is none."""
    known = model.lines.get(number)
    if known is None:
        return _sentences(t("card.none"), width, 0)
    lines = [
        line(Span(text, "strong")) for text in wrap(t(f"outcome.{known.outcome}.text"), width, 2)
    ]
    if not known.sources:
        return [*lines, (), *_sentences(t("card.none"), width, 0)]
    for part in CARD:
        lines += [(), *_part(t, known, part, width)]
    return lines


def _part(t: Texts, known: ServiceLine, part: str, width: int) -> list[Line]:
    title = line(Span(t(f"card.{part}"), "title"))
    lines = [spread(title, line(Span(source(t, known.sources[part]), "dim")), width)]
    lines += _sentences(t(f"line.{known.number}.{part}"), width, 2)
    if part == "manner" and known.phases:
        path = " → ".join(t(f"phase.{phase}.text") for phase in known.phases)
        lines += _sentences(t("card.path", path=path), width, 2)
    if part == "channels":
        ways = ", ".join(t(f"contact.channel.{code}") for code in known.channels)
        lines += _sentences(t("card.ways", ways=ways), width, 2)
    return lines


def _sentences(text: str, width: int, indent: int) -> list[Line]:
    return [line(Span(" " * indent + each)) for each in wrap(text, width - indent, _MOST)]
