"""What a crash may say: the kind of error and the lines of code it came through. No values."""

import sys
import traceback

from rich.text import Text

from teui.practice.texts import Texts


def crash_report(texts: Texts) -> Text:
    """A report of the exception being handled, without its message and without locals.

    Even an exception's own message may quote a name or a note, so it stays out too.
    """
    kind, _, trace = sys.exc_info()
    lines = [texts("crash.sentence"), ""]
    lines += [
        f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    lines.append(f"  {kind.__name__ if kind else 'Exception'}")
    return Text("\n".join(lines))
