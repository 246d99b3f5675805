"""Options left out, and those that are texts, need no converting.

Typer hands every option to Pydantic, whose import takes as long as all else that a command
loads. Here only what must become something else goes that way.
"""

from typing import TYPE_CHECKING, Any

from typer.core import TyperOption

if TYPE_CHECKING:
    from typer._click import Context

_by_pydantic = TyperOption.get_runtime_param


class _AsTyped:
    """Stands where Typer asks how an option's value is converted."""

    def __init__(self, option: TyperOption) -> None:
        self._is_single = option.nargs == 1 and not option.multiple
        self._is_text = option.type_descriptor.annotation is str

    def coerce(self, value: Any, *, param: TyperOption, ctx: "Context") -> Any:  # noqa: ANN401
        if self._is_single and (value is None or (self._is_text and isinstance(value, str))):
            return value
        return _by_pydantic(param).coerce(value, param=param, ctx=ctx)


def _converting(option: TyperOption) -> _AsTyped:
    return _AsTyped(option)


def take_texts_as_typed() -> None:
    """From here on, in this process."""
    TyperOption.get_runtime_param = _converting  # type: ignore[method-assign, assignment]
