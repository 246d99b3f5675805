"""The chain of acts: it verifies, tampering shows, erasing leaves it whole."""

import pytest

from teui.store.driver import connect
from teui.store.history import verify_chain
from teui.store.store import Store
from teui.store.unit import Unit


@pytest.fixture
def worked(store: Store) -> Store:
    """A store with four acts: made, a client taken in, changed, changed again."""

    def take_in(unit: Unit) -> str:
        return unit.insert(
            "client",
            handle="abc123",
            family_name="Virtanen",
            given_names="Aino",
            name_sort="virtanen aino",
            email="a@b.fi",
        )

    uid = store.writer.submit("client_taken_in", take_in).result()
    for email in ("b@b.fi", None):

        def change(unit: Unit, email: str | None = email) -> int:
            return unit.update("client", uid, None, email=email)

        store.writer.submit("client_changed", change).result()
    return store


def _problems(store: Store) -> list[tuple[int, str]]:
    return [(fault.seq, fault.problem) for fault in verify_chain(store.read())]


def _tamper(store: Store, *statements: str) -> None:
    connection = connect(store.path, None, write=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_the_chain_of_a_store_at_work_verifies(worked: Store) -> None:
    assert verify_chain(worked.read()) == ()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE change SET new = '\"x@x.fi\"' WHERE new = '\"b@b.fi\"'", [(3, "value")]),
        ("UPDATE change SET old = 'null' WHERE old = '\"a@b.fi\"'", [(3, "value")]),
        ("UPDATE change SET field = 'phones' WHERE new = '\"b@b.fi\"'", [(3, "hash")]),
        ("UPDATE change SET digest = '00' WHERE new = '\"b@b.fi\"'", [(3, "value"), (3, "hash")]),
        ("DELETE FROM change WHERE new = '\"b@b.fi\"'", [(3, "hash")]),
        (
            "INSERT INTO change (act_uid, position, entity, entity_uid, field, old, new, salt,"
            " digest) SELECT act_uid, 99, entity, entity_uid, field, old, new, salt, digest"
            " FROM change WHERE new = '\"b@b.fi\"'",
            [(3, "hash")],
        ),
        (
            "UPDATE change SET old = NULL, new = NULL, salt = NULL WHERE new = '\"b@b.fi\"'",
            [(3, "erasure")],
        ),
        (
            "UPDATE change SET old = NULL, new = NULL, salt = NULL,"
            " erased_by = (SELECT uid FROM act WHERE seq = 4) WHERE new = '\"b@b.fi\"'",
            [(3, "erasure")],
        ),
        ("UPDATE act SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", [(2, "hash")]),
        ("UPDATE act SET kind = 'other' WHERE seq = 4", [(4, "hash")]),
        ("UPDATE act SET hash = '00' WHERE seq = 2", [(2, "hash"), (3, "previous")]),
        ("DELETE FROM act WHERE seq = 2", [(3, "gap")]),
    ],
)
def test_tampering_is_found_where_it_was_done(
    worked: Store, statement: str, expected: list[tuple[int, str]]
) -> None:
    _tamper(worked, statement)

    assert _problems(worked) == expected


def test_chains_of_several_devices_lie_side_by_side(worked: Store) -> None:
    worked.origin = "another-device"
    worked.writer.submit("test", lambda unit: unit.insert("team", name="South")).result()
    worked.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()

    seqs = worked.read().execute("SELECT origin, seq FROM act ORDER BY id").fetchall()
    assert [row["seq"] for row in seqs] == [1, 2, 3, 4, 1, 2]
    assert verify_chain(worked.read()) == ()


def test_erasing_blanks_every_value_and_leaves_the_chain_whole(worked: Store) -> None:
    uid = worked.read().execute("SELECT uid FROM client").fetchall()[0]["uid"]

    def forget(unit: Unit) -> None:
        unit.update("client", uid, None, family_name="-", given_names="-", name_sort="-")
        unit.erase("client", uid)

    worked.writer.submit("erased", forget).result()

    assert verify_chain(worked.read()) == ()
    left = worked.read().execute(
        "SELECT field, old, new, salt FROM change WHERE entity_uid = ? AND erased_by IS NULL",
        (uid,),
    )
    assert [row["field"] for row in left] == ["erased"]
    teams = worked.read().execute("SELECT new FROM change WHERE entity = 'team'").fetchall()
    assert [row["new"] for row in teams] == ['"North"']


def test_the_same_value_never_has_the_same_digest(worked: Store) -> None:
    def twice(unit: Unit) -> None:
        for _ in range(2):
            unit.insert("team", name="South")

    worked.writer.submit("test", twice).result()

    rows = worked.read().execute("SELECT digest FROM change WHERE new = '\"South\"'").fetchall()
    assert len({row["digest"] for row in rows}) == 2
