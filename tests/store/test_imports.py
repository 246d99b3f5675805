"""What a person waits for loads no ORM, no migrations, no tables of holidays or numbers."""

import subprocess
import sys
from pathlib import Path

from teui.store.store import Store

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", "holidays", "phonenumbers", "stdnum")
SCRIPT = """
import sys
from teui.casework.clients import find, header
from teui.casework.desk import open_desk
from teui.casework.interview import begin, load, save_answer
from teui.clock import Clock
with open_desk(sys.argv[1], clock=Clock()).store as store:
    pass
desk = open_desk(sys.argv[1], clock=Clock())
[row] = find(desk, "virt")
draft = begin(desk, header(desk, row.uid).uid).result()
save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
assert load(desk, draft).answers["goals.clarity"].value == "unclear"
desk.store.close()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_finding_a_client_and_answering_stay_light(store: Store) -> None:
    from teui.casework.clients import NewClient, new_client
    from teui.casework.desk import desk_of

    new_client(desk_of(store), NewClient("Virtanen", "Aino")).result()
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
