"""The key file beside the store: one random raw key, in slots that each hand out that same key.

The first slot is of kind `none`: the key lies there as it is. Later kinds (passphrase, recovery
key, key ring) wrap it, so that a new passphrase rewrites no page of the store. The file belongs
in backups: without it nobody reads the store again.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from teui.errors import StoreError
from teui.store.ids import Randomness

_VERSION = 1
_KEY_BYTES = 32
UNPROTECTED = "none"


@dataclass(frozen=True, slots=True)
class Key:
    """The store's raw key, 32 bytes, and the kinds of slots that hand it out."""

    raw: bytes = field(repr=False)
    slots: tuple[str, ...] = (UNPROTECTED,)

    @property
    def protected(self) -> bool:
        """Whether something besides the file itself is needed to open the store."""
        return UNPROTECTED not in self.slots


def key_path(store: Path) -> Path:
    """Where the key of a store lies unless told otherwise: beside it."""
    return store.with_suffix(".key")


def make_key(path: Path, randomness: Randomness = os.urandom) -> Key:
    """Write a new key file, mode 0600; one that is there already is read instead.

    The file appears whole or not at all, and never over another.
    """
    raw = randomness(_KEY_BYTES)
    content = {"version": _VERSION, "slots": [{"kind": UNPROTECTED, "key": raw.hex()}]}
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        return read_key(path)
    except OSError:  # a file system without hard links
        if path.exists():
            return read_key(path)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return read_key(path)


def read_key(path: Path) -> Key:
    """Raises StoreError: `key_file_missing` where there is none, `store_key_unreadable`."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["version"] != _VERSION:
            raise StoreError("store_key_newer", path=path)
        slots = {slot["kind"]: slot for slot in content["slots"]}
        raw = bytes.fromhex(slots[UNPROTECTED]["key"])
    except FileNotFoundError as error:
        raise StoreError("key_file_missing", path=path) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("store_key_unreadable", path=path) from error
    if len(raw) != _KEY_BYTES:
        raise StoreError("store_key_unreadable", path=path)
    return Key(raw, tuple(slots))


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
