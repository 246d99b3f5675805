"""The demonstration's clients, made once for all tests that only look at them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from teui.casework.demo import demo_desk
from teui.casework.desk import Desk
from teui.clock import Clock

TUESDAY = Clock(read=lambda: datetime(2026, 11, 24, 7, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def demo() -> Iterator[Desk]:
    with demo_desk(TUESDAY) as desk:
        yield desk
