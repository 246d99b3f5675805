"""Finding, opening and answering load no ORM, no migrations, no tables of holidays or numbers."""

import subprocess
import sys
from pathlib import Path

from teui.casework.clients import NewClient, new_client
from teui.casework.desk import desk_of
from teui.casework.interview import begin
from teui.store.store import Store

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "holidays", "phonenumbers", "stdnum")
SCRIPT = """
import sys
from teui.casework.clients import find, header
from teui.casework.desk import open_desk
from teui.casework.interview import load, save_answer
from teui.clock import Clock
with open_desk(sys.argv[1], clock=Clock()).store as store:
    pass
desk = open_desk(sys.argv[1], clock=Clock())
[row] = find(desk, "virt")
draft = header(desk, row.uid).draft_uid
save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
assert load(desk, draft).answers["goals.clarity"].value == "unclear"
desk.store.close()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_what_a_key_waits_for_stays_light(store: Store) -> None:
    desk = desk_of(store)
    begin(desk, new_client(desk, NewClient("Virtanen", "Aino")).result()).result()
    store.close()

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(store.path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = done.stdout.split()
    assert "sqlcipher3" in loaded
    assert [name for name in HEAVY if name in loaded] == []
