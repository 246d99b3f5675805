"""A desk on a fresh store."""

import pytest

from teui.casework.desk import Desk, desk_of
from teui.store.store import Store


@pytest.fixture
def desk(store: Store) -> Desk:
    return desk_of(store)
