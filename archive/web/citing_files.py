"""Files of a single reference: what is cited, for reference managers."""

from collections.abc import Callable
from dataclasses import dataclass

from archive.citing import bibtex, csl_json, ris
from archive.citing.cited import Cited
from archive.web.freshness import today


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingFormat:
    """A format of references: ``write`` makes a whole file of what is cited and a day of access."""

    suffix: str
    name: str
    media_type: str
    write: Callable[[Cited, str], str]


def _bib(cited: Cited, accessed: str) -> str:
    return bibtex.entry(cited, accessed=accessed)


def _ris(cited: Cited, accessed: str) -> str:
    return ris.record(cited, accessed=accessed)


def _csl_json(cited: Cited, accessed: str) -> str:
    return f"[\n{csl_json.written(csl_json.item(cited, accessed=accessed))}\n]\n"


#: By their suffixes, in the order in which they are offered.
CITING_FORMATS = {
    one.suffix: one
    for one in (
        CitingFormat(suffix="bib", name="BibTeX", media_type=bibtex.MEDIA_TYPE, write=_bib),
        CitingFormat(suffix="ris", name="RIS", media_type=ris.MEDIA_TYPE, write=_ris),
        CitingFormat(
            suffix="csl.json", name="CSL-JSON", media_type=csl_json.MEDIA_TYPE, write=_csl_json
        ),
    )
}


def citing_file(suffix: str, cited: Cited) -> str:
    """What is cited, as a whole file in a format; its day of access is today, UTC."""
    return CITING_FORMATS[suffix].write(cited, today())
