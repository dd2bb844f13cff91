"""Sameness: when two wordings of a paragraph are the same words.

Reads: a paragraph's text. Writes: a key that is equal for the same words.
"""

import re

#: Quotation marks, hyphens and spaces of one meaning, which files set in their own ways.
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‛′`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_CLOSING = re.compile(r"[\s.;:,،؛。；：，]+\Z")


def plain_words(text: str) -> str:
    """The words without what typesetting and the place in a list give them.

    Kinds of quotation marks, hyphens and spaces are one, and so is every closing sign: the last
    paragraph of a list ends in a full stop and not in other words.
    """
    return _CLOSING.sub("", " ".join(text.translate(_TYPOGRAPHY).split()))
