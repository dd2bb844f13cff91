"""A checked draft as its page shows it: every sentence that stands there, in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from archive.comparison.strengths import Step
from archive.comparison.words import Change, ChangeKind
from archive.parsing.citations.absent import NO_TARGET
from archive.parsing.parsed import ParagraphKind
from archive.parsing.places import in_words
from archive.search.agreed.values import AgreedWording, Use
from archive.web.draft.values import (
    CheckedCitation,
    CheckedDraft,
    CheckedParagraph,
    FoundWording,
    Verdict,
)
from archive.web.draft.words import (
    citation_in_words,
    near_in_words,
    places_in_words,
    summary,
    verdict_in_words,
)
from archive.web.language.words import reference, used_by

#: Doubts of the parse that the list of citations says already.
_SAID_ELSEWHERE = frozenset({"citation_conflict", NO_TARGET})
#: The place on the page of citations in notes that nothing marks.
UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownUse:
    """A use of a wording: where it leads, and in words, with its day."""

    address: str
    words: str

    @classmethod
    def of(cls, use: Use) -> "ShownUse":
        """A use, as a line says it."""
        return cls(address=use.address, words=reference(use))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWording:
    """A wording near a paragraph: the redline that makes it the draft's, and who has it.

    ``last`` is None where it was used once.
    """

    changes: tuple[Change, ...]
    step: str
    openings: tuple[str, str]
    first: ShownUse
    last: ShownUse | None
    uses: str

    @property
    def agreed(self) -> str:
        """The wording itself."""
        kept = (one.text for one in self.changes if one.kind is not ChangeKind.INSERTED)
        return "".join(kept)

    @property
    def is_step(self) -> bool:
        """Whether the opening of the draft is stronger or weaker."""
        return self.step in {Step.STRONGER, Step.WEAKER}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCitation:
    """A citation: its words, the symbol and page of what it cites, and what is known of that.

    ``pinpoint`` is the place it names in words, unless ``places`` lead to it.
    """

    words: str
    symbol: str
    address: str
    pinpoint: str
    places: tuple[tuple[str, str], ...]
    told: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParagraph:
    """A paragraph: its words as a redline where a wording is close, else as they are.

    ``apart`` are other wordings, to be opened: of what is new all of them.
    """

    anchor: str
    place: str
    verdict: str
    verdict_in_words: str
    text: str
    nearest: ShownWording | None
    apart: tuple[ShownWording, ...]
    apart_in_words: str
    citations: tuple[ShownCitation, ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def is_redlined(self) -> bool:
        """Whether its words are shown as changes of the nearest wording."""
        return self.verdict == Verdict.CLOSE

    @property
    def is_step(self) -> bool:
        """Whether it opens more strongly or more weakly than the wording it is close to."""
        return self.is_redlined and self.nearest is not None and self.nearest.is_step


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDoubt:
    """What the reader of the draft doubts, and where: a place of the page, if it is one."""

    message: str
    anchor: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDraft:
    """The whole report: sentences, paragraphs, and what is to be looked at.

    ``steps`` are the paragraphs that open more strongly or weakly than what is near them.
    """

    title: str
    summary: tuple[str, ...]
    paragraphs: tuple[ShownParagraph, ...]
    steps: tuple[ShownParagraph, ...]
    doubtful: tuple[tuple[str, str, ShownCitation], ...]
    unplaced: tuple[ShownCitation, ...]
    doubts: tuple[ShownDoubt, ...]
    leftovers: tuple[str, ...]


def shown(draft: CheckedDraft) -> ShownDraft:
    """A checked draft as its page shows it."""
    parsed = draft.parsed
    paragraphs = [_paragraph(one) for one in draft.paragraphs]
    return ShownDraft(
        title=parsed.masthead.title or "",
        summary=tuple(summary(draft)),
        paragraphs=tuple(paragraphs),
        steps=tuple(one for one in paragraphs if one.is_step),
        doubtful=tuple((*_place(one), _citation(citation)) for one, citation in draft.doubtful),
        unplaced=tuple(map(_citation, draft.unplaced)),
        doubts=tuple(_doubts(draft)),
        leftovers=parsed.leftovers,
    )


def _place(one: CheckedParagraph | None) -> tuple[str, str]:
    """Where on the page a citation is told of, and in words; without a paragraph, in a note."""
    if one is None:
        return UNPLACED, _("a note that nothing marks")
    return one.paragraph.id, one.place


def _doubts(draft: CheckedDraft) -> Iterator[ShownDoubt]:
    """The doubts, each with the paragraph it stands in, or which marks its note."""
    places = {one.paragraph.id: one.place for one in draft.paragraphs}
    anchors = {note.id: note.marked_in or "" for note in draft.parsed.footnotes}
    for one in draft.parsed.warnings:
        if one.code not in _SAID_ELSEWHERE:
            anchor = anchors.get(one.where, one.where)
            yield ShownDoubt(
                message=one.message,
                anchor=anchor if anchor in places else "",
                place=places.get(one.where) or in_words(one.where),
            )


def _paragraph(one: CheckedParagraph) -> ShownParagraph:
    wordings = [_wording(found, one) for found in one.wordings]
    apart = wordings if one.verdict is Verdict.NEW else wordings[1:]
    is_heading = one.paragraph.kind is ParagraphKind.HEADING
    return ShownParagraph(
        anchor=one.paragraph.id,
        place="" if is_heading else one.place,
        verdict=one.verdict.value if one.verdict else "",
        verdict_in_words=verdict_in_words(one),
        text=one.paragraph.text,
        nearest=wordings[0] if wordings else None,
        apart=tuple(apart),
        apart_in_words=near_in_words(len(apart), one),
        citations=tuple(_merged(map(_citation, one.citations))),
        notes=tuple((note.number, note.text) for note in one.notes),
    )


def _merged(citations: Iterable[ShownCitation]) -> Iterator[ShownCitation]:
    """Citations of one paragraph, those of which the same is said as one."""
    same: dict[tuple[object, ...], list[ShownCitation]] = {}
    for one in citations:
        same.setdefault((one.symbol, one.pinpoint, one.places, one.told), []).append(one)
    for alike in same.values():
        words = dict.fromkeys(one.words for one in alike)
        yield replace(alike[0], words=_("”, “").join(words))


def _wording(found: FoundWording, one: CheckedParagraph) -> ShownWording:
    agreed = found.agreed
    return ShownWording(
        changes=found.changes,
        step=found.step.value if found.step else "",
        openings=(agreed.opening, one.paragraph.opening or ""),
        first=ShownUse.of(agreed.first),
        last=ShownUse.of(agreed.last) if _is_used_again(agreed) else None,
        uses=used_by(agreed),
    )


def _is_used_again(agreed: AgreedWording) -> bool:
    return agreed.last.symbol != agreed.first.symbol


def _citation(one: CheckedCitation) -> ShownCitation:
    places = tuple(places_in_words(one))
    return ShownCitation(
        words=one.citation.text,
        symbol=one.citation.target or "",
        address=one.cited.get_absolute_url() if one.cited else "",
        pinpoint="" if places or not one.citation.target else one.citation.pinpoint or "",
        places=places,
        told=citation_in_words(one),
        is_doubtful=one.is_doubtful,
    )
