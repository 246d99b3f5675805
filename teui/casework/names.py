"""How people are named in lists and put in order."""

import unicodedata

# Letters that the Finnish alphabet puts after z; these signs follow it in every database's order.
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "ß": "ss"})


def name_sort(family_name: str, given_names: str) -> str:
    """A text by which every database sorts names as Finnish does: å ä ö last, accents aside."""
    joined = unicodedata.normalize("NFC", f"{family_name} {given_names}").casefold()
    split = unicodedata.normalize("NFKD", joined.translate(_LAST))
    bare = "".join(char for char in split if not unicodedata.combining(char))
    return " ".join(bare.replace("-", " ").split())


def listed_name(family_name: str, given_names: str, call_name: str | None = None) -> str:
    """`Virtanen, Aino`: the name used, else the first of the given names."""
    used = call_name or given_names.partition(" ")[0]
    return f"{family_name}, {used}" if used else family_name
