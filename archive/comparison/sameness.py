"""Sameness: when two wordings of a paragraph are the same words.

Reads: a paragraph's text. Writes: a key that is equal for the same words.
"""

import re

#: The most that two wordings are alike that are not the same words.
ALMOST = 0.99
#: Quotation marks, hyphens and spaces of one meaning, which files set in their own ways.
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u2032`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
#: Full stops, semicolons, colons and commas of the six official languages: those behind a word, and
#: of scripts without spaces any. "1,000" and "A/66.2" have none of them.
_SIGNS = re.compile(r"[.;:,]+(?=\s|\Z)|[\u060c\u061b\u3002\uff1b\uff1a\uff0c\u3001]+")


def plain_words(text: str) -> str:
    """The words without what typesetting and the place in a list or a sentence give them.

    Kinds of quotation marks, hyphens and spaces are one. Signs that close a paragraph or part its
    clauses are left out: with or without commas a sentence has the same words.
    """
    return " ".join(_SIGNS.sub(" ", text.translate(_TYPOGRAPHY)).split())
