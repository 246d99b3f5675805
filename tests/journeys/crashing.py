"""The real command, but that leading on to the next section crashes with a name at hand."""

from screens.interview import Interview
from teui.cli.main import run


def _crash(interview: Interview, step: int) -> None:
    name = interview.draft.client.name
    raise RuntimeError(f"{name} goes {step} sections on")


if __name__ == "__main__":
    Interview.action_section = _crash  # type: ignore[method-assign, assignment]
    run()
