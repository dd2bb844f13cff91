"""What is typed as agreed language, as the paragraph it may be copied from says it.

Whoever copies a paragraph takes its number along, and the marks of its notes.
"""

import re

from archive.parsing.labels import split_label

#: "5. (a)": a paragraph whose first sub-paragraph stands in its line.
_MOST_LABELS = 2
#: "Freedoms,⁵", and the same where a raised figure has come down: "Freedoms,5 including".
_NOTE_MARK = re.compile(r"(?<=[^\W\d_][,;])\d{1,2}(?=\s|$)|(?<=\S)[⁰¹²³⁴-⁹]+")


def wording_of(typed: str) -> str:
    """The words without labels before them and marks of notes within; all of them if no others."""
    words = typed
    for _ in range(_MOST_LABELS):
        label, start = split_label(words)
        words = words[start:] if label else words
    return _NOTE_MARK.sub("", words).strip() or typed
