"""Citations come apart into documents and chapters, and each chapter has its title."""

import pytest

from teui.practice.citation import cited
from teui.practice.load import load_model
from teui.practice.service_line import CARD
from teui.practice.texts import LANGUAGES, load_texts


@pytest.mark.parametrize(
    ("citation", "pairs"),
    [
        ("S1 ch. 2", [("S1", "2")]),
        ("S0 5.2, 6.3", [("S0", "5.2"), ("S0", "6.3")]),
        ("S1 ch. 4, S0 5.2", [("S1", "4"), ("S0", "5.2")]),
        ("S1 ch. 3, 4, S0 5", [("S1", "3"), ("S1", "4"), ("S0", "5")]),
        ("S1 ch. 3-5", [("S1", "3"), ("S1", "4"), ("S1", "5")]),
        ("office setting", []),
    ],
)
def test_a_citation_comes_apart(citation: str, pairs: list[tuple[str, str]]) -> None:
    assert list(cited(citation)) == pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_behind_a_rule_has_its_title(language: str) -> None:
    model, t = load_model(), load_texts(language, "te-2013")
    citations = [
        *(outcome.source for outcome in model.outcomes),
        *(criterion.source for criterion in model.criteria),
        *(requirement.source for requirement in model.requirements),
        *(contradiction.source for contradiction in model.contradictions),
        *(line.sources[part] for line in model.lines.values() for part in CARD),
    ]
    pairs = {pair for citation in citations for pair in cited(citation)}

    assert {document for document, _ in pairs} == {"S0", "S1"}
    assert [
        pair for pair in sorted(pairs) if len(t(f"source.{pair[0]}.{pair[1]}")) not in range(5, 59)
    ] == []
