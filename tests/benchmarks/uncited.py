"""Print what looks like a citation in a folder's texts and is in none, by reason.

usage: uv run python -m tests.benchmarks.uncited ../shared/corpus/lines [--most N]

Parses every file and looks for words that cite ("resolution 55/2", "decision 54/1", "A/55/1",
"E/…", "S/…") in the paragraphs and the notes. Those outside every citation are grouped by the
reason the words around them give; "no reason" is what the parser should have read. At most N are
printed of each reason; the last line has the figures. Exit 1 when something has no reason.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from tests.benchmarks.material import folder_of_files

_NUMBER = r"\d{1,4}(?: ?[A-Z](?![a-z]))?(?:/\d{1,4}| \([IVXLCS-]+\)| \((?:19|20)\d\d\))"
_LOOKS_LIKE = re.compile(
    rf"\b(?:[Rr]esolutions?|[Dd]ecisions?) (?P<number>{_NUMBER})|"
    rf"(?<![\w/.-])(?P<listed>{_NUMBER})(?![\w/])|(?<![\w/])[AES]/[\w(][\w./()-]*\d"
)
#: Another body's numbers, named before or behind.
_OTHER_BODY = re.compile(
    r"\b(?:Agency|Assembly of (?:Heads|the (?!United))|Board|Bank|Conference|Congress|Federation|"
    r"Group|League|Meeting|Organi[sz]ation|Parties|Treaty|Union|World|Governing Council|"
    r"Commission (?:on|for) (?!Human Rights)|[A-Z][a-z]+ Commission|Committee|Environment Assembly|"
    r"Subcommission|Sub-Commission|Programme|Authority|Council of (?:Ministers|Europe)|European)\b"
)
#: Agreed conclusions are numbered as resolutions are, and have no symbol.
_CONCLUSIONS = re.compile(r"[Aa]greed conclusions [^;]{0,90}$")
#: Nor have what committees and courts say; years and months are written alike.
_OPINION = re.compile(
    r"(?:[Gg]eneral [Cc]omments?|[Gg]eneral recommendations?|[Aa]dvisory opinions?)[^;]{0,60}$"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)/(?:\d\d|(?:19|20)\d\d)")
#: The report of a conference or a commission numbers acts of its own behind its symbol.
_IN_A_REPORT = re.compile(
    r"\b(?:chap|sect|annex|vol|para)[^;]{0,60}(?:resolutions?|decisions?|recommendation) ?$|"
    r"(?:chap|sect|annex)[^;]{0,30}$"
)
_NATIONAL = re.compile(r"\b(?:decree|law|act|ordinance)s? (?:No\. )?$", re.IGNORECASE)
_RATIO = re.compile(r"(\d\d)/\1")
_DRAFT = re.compile(r"\b[Dd]raft (?:resolutions? |decisions? )?$")
_BEFORE = (
    (_CONCLUSIONS, "agreed conclusions, which have no symbol"),
    (_OPINION, "a general comment or an opinion, which has no symbol"),
    (_IN_A_REPORT, "an act within a report that is cited"),
    (_NATIONAL, "an act of a State"),
    (_DRAFT, "a draft under its number in a report"),
)
_ITSELF = ((_RATIO, "a ratio"), (_YEARS, "a pair of years"))
_LOOK = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncited:
    """Words that cite and are in no citation: where, the words around them, and the reason."""

    file: str
    place: str
    words: str
    around: str
    reason: str


def uncited_in(path: Path) -> tuple[int, list[Uncited]]:
    """How many words of a file look like citations, and those that are in none."""
    try:
        parsed = parse(path.read_bytes())
    except ParseError:
        return 0, []
    texts = [(one.id, one.text) for one in parsed.paragraphs]
    texts += [(one.id, one.text) for one in parsed.footnotes]
    spans = _spans(parsed)
    seen = [(place, text, match) for place, text in texts for match in _LOOKS_LIKE.finditer(text)]
    return len(seen), [
        _uncited(path, place, text=text, match=match)
        for place, text, match in seen
        if not _is_cited(match, spans.get(place, []))
    ]


def _spans(parsed: ParsedResolution) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in parsed.citations:
        spans.setdefault(one.source, []).append((one.start, one.end))
    return spans


def _is_cited(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    """Whether citations cover the number, whatever stands before it: two for a joint symbol."""
    start = match.start("number") if match["number"] else match.start()
    ends = (start, match.end() - 1)
    return all(any(first <= at < last for first, last in spans) for at in ends)


def _uncited(path: Path, place: str, *, text: str, match: re.Match[str]) -> Uncited:
    before = text[max(0, match.start() - _LOOK) : match.start()]
    behind = text[match.end() : match.end() + _LOOK]
    return Uncited(
        file=path.name,
        place=place,
        words=match[0],
        around=f"{before[-110:]}«{match[0]}»{behind[:80]}",
        reason=_reason(match, before=before, behind=behind),
    )


def _reason(match: re.Match[str], *, before: str, behind: str) -> str:
    """The reason that the words before, the match itself or the words behind give."""
    is_number = match[0][0] not in "AES"
    told = (reason for pattern, reason in _BEFORE if is_number and pattern.search(before))
    itself = (reason for pattern, reason in _ITSELF if pattern.fullmatch(match[0]))
    return next(told, None) or next(itself, None) or _of_another_body(before, behind)


def _of_another_body(before: str, behind: str) -> str:
    if _OTHER_BODY.search(before):
        return "another body's number, named before"
    if _OTHER_BODY.search(behind):
        return "another body's number, named behind"
    return "no reason"


def report(folder: Path, *, most: int) -> Iterator[str]:
    """The uncited words by reason, and the figures."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".xml"})
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(uncited_in, paths, chunksize=16))
    found = [one for _, uncited in results for one in uncited]
    by_reason: dict[str, list[Uncited]] = {}
    for one in found:
        by_reason.setdefault(one.reason, []).append(one)
    for reason, ones in sorted(by_reason.items()):
        yield f"{reason}: {len(ones)}"
        yield from (f"    {one.file} {one.place}: {one.around}" for one in ones[:most])
    total = sum(count for count, _ in results)
    without = len(by_reason.get("no reason", []))
    yield (
        f"{total} in {len(paths)} files look like citations, {len(found)} are in none, "
        f"{without} without a reason"
    )


def main() -> int:
    """Print the report; 1 when something has no reason."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=folder_of_files)
    arguments.add_argument("--most", type=int, default=20)
    chosen = arguments.parse_args()
    lines = list(report(chosen.folder, most=chosen.most))
    sys.stdout.write("\n".join(lines) + "\n")
    return int(not lines[-1].endswith(" 0 without a reason"))


if __name__ == "__main__":
    sys.exit(main())
