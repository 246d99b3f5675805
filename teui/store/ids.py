"""Names of rows: UUIDv7 for the machine, a handle of six letters for people.

Time and randomness are handed in, so that the same input gives the same store again.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

Randomness = Callable[[int], bytes]
"""`os.urandom` or a stand-in: a number of bytes in, that many bytes out."""

# Crockford's: no i, l, o or u, which are misread aloud or on paper.
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
HANDLE_LENGTH = 6


def new_uid(now: datetime, randomness: Randomness) -> str:
    """A UUIDv7: 48 bits of milliseconds, then 74 random ones."""
    milliseconds = int(now.timestamp() * 1000)
    noise = int.from_bytes(randomness(10), "big")
    number = (milliseconds & (1 << 48) - 1) << 80
    number |= 0x7 << 76 | (noise >> 62 & 0xFFF) << 64
    number |= 0b10 << 62 | noise & (1 << 62) - 1
    return str(UUID(int=number))


def new_handle(randomness: Randomness) -> str:
    """Six base-32 letters; the caller sees to it that no other client has them."""
    number = int.from_bytes(randomness(4), "big")
    return "".join(_BASE_32[number >> 5 * place & 31] for place in range(HANDLE_LENGTH))
