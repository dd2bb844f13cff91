"""Folded words: what a wording says without regard to case, signs and typography.

Reads: a text. Writes: its words in small letters, in order, by which the same language is known
again wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from uuid import UUID
from zlib import crc32

#: "women’s" is one word as "womens" is, and so is what a soft hyphen parts.
_JOINING = str.maketrans("", "", "'’‘\u02bc\u00ad\u200b\u2060\ufeff")
_WORD = re.compile(r"[^\W_]+")
_DIGEST_BYTES = 16
#: Signs of which it is remembered what they are without marks.
_KNOWN_SIGNS = 4_096
_SIGN_BIT, _ALL = 1 << 31, 1 << 32


def folded_words(text: str) -> list[str]:
    """The words of a text: "Human-rights Defenders’," is human, rights, defenders."""
    return _WORD.findall(_plain(text).translate(_JOINING).casefold())


def digest_of(words: Iterable[str]) -> UUID:
    """What tells these words, in this order, from any others."""
    digest = blake2b(" ".join(words).encode(), digest_size=_DIGEST_BYTES).digest()
    return UUID(bytes=digest)


def pairs_of(words: Sequence[str]) -> list[int]:
    """A number for each two words that follow one another, once each, the lowest first.

    Numbers are of 32 bits with a sign, as PostgreSQL's integers; two pairs in a few thousand
    millions share one, so whatever is found by them is to be looked at again.
    """
    return sorted({_number(first, second) for first, second in pairwise(words)})


def _number(first: str, second: str) -> int:
    number = crc32(f"{first} {second}".encode())
    return number - _ALL if number & _SIGN_BIT else number


def _plain(text: str) -> str:
    """The text without diacritics and ligatures."""
    if text.isascii():
        return text
    return "".join(_without_marks(text))


def _without_marks(text: str) -> Iterator[str]:
    return (_letter(sign) for sign in text)


@lru_cache(maxsize=_KNOWN_SIGNS)
def _letter(sign: str) -> str:
    """A sign of Unicode in compatible form, without marks over or under it."""
    return "".join(
        one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one)
    )
