"""Ids from time and randomness that are handed in."""

import os
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from teui.store.ids import new_handle, new_uid

INSTANTS = st.integers(86_400_000, 7_258_118_400_000).map(
    lambda milliseconds: datetime.fromtimestamp(milliseconds / 1000, UTC)
)


@given(INSTANTS, st.binary(min_size=10, max_size=10))
def test_a_uid_is_a_uuid_of_version_seven_that_tells_its_millisecond(
    now: datetime, noise: bytes
) -> None:
    uid = UUID(new_uid(now, lambda _: noise))

    assert (uid.version, uid.variant) == (7, "specified in RFC 4122")
    assert uid.int >> 80 == int(now.timestamp() * 1000)
    assert new_uid(now, lambda _: noise) == str(uid)


@given(INSTANTS, INSTANTS)
def test_uids_sort_by_time(one: datetime, other: datetime) -> None:
    early, late = sorted([one, other])
    if int(early.timestamp() * 1000) < int(late.timestamp() * 1000):
        assert new_uid(early, os.urandom) < new_uid(late, os.urandom)


@given(st.binary(min_size=4, max_size=4))
def test_a_handle_is_six_letters_that_nobody_misreads(noise: bytes) -> None:
    handle = new_handle(lambda _: noise)

    assert len(handle) == 6
    assert set(handle) <= set("0123456789abcdefghjkmnpqrstvwxyz")
