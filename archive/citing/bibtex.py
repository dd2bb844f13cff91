r"""BibTeX: entries that LaTeX can cite by their symbols, ``\cite{A/RES/66/164}``.

Fields are those of ``techreport``, which BibTeX and biblatex both know. In UTF-8: signs beyond
ASCII stay as they are, those that mean something to LaTeX are escaped.
"""

import re
from collections.abc import Iterator

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import key_of, kind_of, notes_on

MEDIA_TYPE = "application/x-bibtex"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
#: The official languages as LaTeX’s babel names them.
_LANGUAGES = {
    "ar": "arabic",
    "zh": "chinese",
    "en": "english",
    "fr": "french",
    "ru": "russian",
    "es": "spanish",
}
#: By commands, for BibTeX counts braces whether or not a backslash is before them.
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "\N{NO-BREAK SPACE}": "~",
    **{sign: rf"\{sign}" for sign in "$&#_%"},
}
_SPECIAL = re.compile("|".join(map(re.escape, _ESCAPED)))
_BLANKS_AND_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f]+")
#: What would end a field that is taken as it stands; an address may have it encoded.
_IN_AN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def entry(cited: Cited, *, accessed: str) -> str:
    """One entry; ``accessed`` is the day of access, 2026-11-26."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(cited, accessed))
    return f"@techreport{{{key_of(cited)},\n{fields}}}\n"


def comment(words: str) -> str:
    """Words that are no entry."""
    return f"@comment{{{words}}}\n"


def escaped(words: str) -> str:
    """Words as LaTeX prints them."""
    printable = _BLANKS_AND_CONTROLS.sub(" ", words)
    return _SPECIAL.sub(lambda sign: _ESCAPED[sign[0]], printable)


def verbatim(address: str) -> str:
    """An address without what would end a field."""
    return address.translate(_IN_AN_ADDRESS)


def _fields(cited: Cited, accessed: str) -> Iterator[tuple[str, str]]:
    """Names and values. Two pairs of braces keep a body whole, and capital letters as they are."""
    yield "author", f"{{{{{escaped(cited.author)}}}}}"
    yield "title", f"{{{{{escaped(cited.name)}}}}}"
    yield "type", f"{{{escaped(kind_of(cited))}}}"
    yield "number", f"{{{escaped(cited.symbol.text)}}}"
    yield "institution", f"{{{PUBLISHER}}}"
    if cited.dated_on:
        yield "date", f"{{{cited.dated_on.isoformat()}}}"
        yield "year", f"{{{cited.dated_on:%Y}}}"
        yield "month", _MONTHS[cited.dated_on.month - 1]
    yield "url", f"{{{verbatim(cited.leads_to)}}}"
    yield "urldate", f"{{{accessed}}}"
    yield "language", f"{{{_LANGUAGES.get(cited.language, cited.language)}}}"
    if notes := notes_on(cited):
        yield "note", f"{{{escaped(' '.join(notes))}}}"
