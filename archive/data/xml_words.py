"""Words as XML can hold them."""

import re

#: Control characters, halves of characters and the like, which no XML may hold in any form.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_THEIR_PLACE = "\N{REPLACEMENT CHARACTER}"


def clean(words: str) -> str:
    """The words with a sign in the place of each that XML has no way to hold."""
    return _NO_XML.sub(_IN_THEIR_PLACE, words)
