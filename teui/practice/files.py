"""Where the data lies: inside the installed package, or beside it in a checkout."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from teui.errors import DataFault


@cache
def data_folder() -> Path:
    """The folder `data/`: `teui/data` in a wheel, the checkout's own otherwise."""
    package = Path(str(files("teui")))
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def read_toml(path: Path) -> dict[str, object]:
    """Parse one data file; raises `DataFault` naming the file and the line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataFault(path.name, "-", "the file is missing.", f"Add {path}.") from error
    except UnicodeDecodeError as error:
        raise DataFault(path.name, "-", "it is not UTF-8.", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise DataFault(path.name, "-", f"it is not TOML: {error}.", "Mend that place.") from error
