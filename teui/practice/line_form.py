"""The interview on the line as it is written in the practice model."""

from dataclasses import dataclass

from teui.practice.question_model import Section


@dataclass(frozen=True, slots=True)
class LineForm:
    """What the interview on the line asks; the answer to `line_question` is the line's outcome."""

    line_question: str
    sections: tuple[Section, ...]
