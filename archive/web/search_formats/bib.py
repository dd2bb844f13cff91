r"""BibTeX: a search as entries that LaTeX can cite by their symbols: ``\cite{A/RES/66/164}``.

Fields are those of ``techreport``, which BibTeX and biblatex both know; docs/exports.md says why.
In UTF-8: signs beyond ASCII stay as they are, those that mean something to LaTeX are escaped.
"""

import re
from collections.abc import Iterator

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.search.exports.exports import Export
from archive.web.freshness import fresh_for_a_day, today
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import PUBLISHER, Reference, reference

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
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


@require_safe
@fresh_for_a_day
def search_bib(request: HttpRequest) -> HttpResponseBase:
    """A search as entries of BibTeX."""
    return sent(request, FileFormat(suffix="bib", media_type="application/x-bibtex", write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    """Where the file is from and what is missing, as a comment; then the entries."""
    comments = [_verbatim(site.page), _escaped(found.notice)]
    yield "".join(f"@comment{{{words}}}\n" for words in comments if words)
    for chunk in found.chunks():
        yield "".join(_entry(reference(row), site) for row in chunk)


def _entry(found: Reference, site: Site) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(found, site))
    return f"\n@techreport{{{found.key},\n{fields}}}\n"


def _fields(found: Reference, site: Site) -> Iterator[tuple[str, str]]:
    """Names and values. Two pairs of braces keep a body whole, and capital letters as they are."""
    yield "author", f"{{{{{_escaped(found.author)}}}}}"
    yield "title", f"{{{{{_escaped(found.title)}}}}}"
    yield "type", f"{{{_escaped(found.kind)}}}"
    yield "number", f"{{{_escaped(found.symbol)}}}"
    yield "institution", f"{{{PUBLISHER}}}"
    if found.dated_on:
        yield "date", f"{{{found.dated_on.isoformat()}}}"
        yield "year", f"{{{found.dated_on:%Y}}}"
        yield "month", _MONTHS[found.dated_on.month - 1]
    yield "url", f"{{{_verbatim(site.absolute(found.path))}}}"
    yield "urldate", f"{{{today()}}}"
    yield "language", "{english}"
    if found.notes:
        yield "note", f"{{{_escaped(' '.join(found.notes))}}}"


def _escaped(words: str) -> str:
    """Words as LaTeX prints them."""
    printable = _BLANKS_AND_CONTROLS.sub(" ", words)
    return _SPECIAL.sub(lambda sign: _ESCAPED[sign[0]], printable)


def _verbatim(address: str) -> str:
    return address.translate(_IN_AN_ADDRESS)
