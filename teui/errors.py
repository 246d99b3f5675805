"""Every error that a user can meet: a stable code, worded by the language files.

The sentence of an error is the text `error.<code>`; it names the place and the cure, with
`details` filled in. Codes are part of what scripts may rely on.
"""

from typing import ClassVar


class TeuiError(Exception):
    """Something the user can mend. `exit_status` is what a command ends with."""

    exit_status: ClassVar[int] = 2

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class StoreError(TeuiError):
    """The store cannot be used or did not take a change; nothing was written."""


class DataFault(TeuiError):
    """A file under `data/` is not what it should be; met by those who edit practice models."""

    def __init__(self, file: str, key: str, problem: str, cure: str) -> None:
        super().__init__("data_fault", file=file, key=key, problem=problem, cure=cure)

    def __str__(self) -> str:
        return "{file}: {key}: {problem} {cure}".format(**self.details)
