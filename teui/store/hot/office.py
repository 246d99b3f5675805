"""The office: settings by the beginning of their key, who works here, the teams."""

from collections.abc import Mapping

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

_SETTING = {name: f"setting.{name}" for name in ("uid", "key", "value", "version")}
_PERSON = {
    "uid": "adviser.uid",
    "name": "adviser.name",
    "left_on": "adviser.left_on",
    "team_uid": "team.uid",
    "team_name": "team.name",
}

SETTING = Statement(f"SELECT {selected(_SETTING)} FROM setting WHERE setting.key = :key", _SETTING)
SETTINGS = Statement(
    f"SELECT {selected(_SETTING)} FROM setting WHERE setting.key >= :first AND setting.key < :end"
    " ORDER BY setting.key",
    _SETTING,
)
PERSON = Statement(
    f"SELECT {selected(_PERSON)} FROM adviser JOIN team ON team.uid = adviser.team_uid"
    " WHERE adviser.uid = :adviser",
    _PERSON,
)


def setting(connection: Connection, key: str) -> Row | None:
    return SETTING.one(connection, key=key)


def settings(connection: Connection, prefix: str) -> Mapping[str, str]:
    """The values of all settings whose key begins with `prefix`, without it, in order."""
    end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    rows = SETTINGS.all(connection, first=prefix, end=end)
    return {row["key"].removeprefix(prefix): row["value"] for row in rows}


def person(connection: Connection, adviser: str) -> Row | None:
    """An adviser with the team."""
    return PERSON.one(connection, adviser=adviser)
