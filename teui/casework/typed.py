"""What was typed, as the store keeps it: trimmed, and nothing where only blanks were typed."""

from collections.abc import Mapping


def text_of(typed: str | None) -> str | None:
    return (typed or "").strip() or None


def values_of(changes: Mapping[str, object]) -> dict[str, object]:
    """Fields with their texts so; a day, a mark or None as it is."""
    return {k: text_of(v) if isinstance(v, str) else v for k, v in changes.items()}
