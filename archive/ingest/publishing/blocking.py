"""Blocking: what keeps an edition from being published, each with its place and what to do.

A gap in the numbers or letters of paragraphs is what the file prints as often as what a reader
lost of it. It blocks until a correction closes it, or a person explains it: a standing correction
``explain`` with the code of the warning, its place, and the explanation as its evidence.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.corrections.values import MASTHEAD, Action
from archive.ingest.editing.editions import Edition
from archive.ingest.publishing.claims import Claim, Claimant, claims, held_by
from archive.ingest.publishing.stated import facts_set, statements_of_edition
from archive.ingest.refusals import RefusalError
from archive.ingest.reparsing.left_behind import left_behind
from archive.ingest.resolutions import is_kept, stage_of
from archive.ingest.rows import wording_of
from archive.ingest.statements import check_stage
from archive.models import Text
from archive.models.text import content_hash_of
from archive.parsing.checks import check

#: Warnings of numbering that must be explained, and of marks that must be put right.
_OF_NUMBERING = frozenset({"number_gap", "letter_gap"})
_SYMBOL = f"{MASTHEAD}symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One thing that must be put right before an edition is published.

    ``code`` is stable. ``message`` says what is wrong and what to do. ``where`` is a place as
    corrections name it: ``masthead.symbol``, an anchor, or ``file``.
    """

    code: str
    message: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """An edition with the text it is or follows, and what says which resolution it is."""

    edition: Edition
    held: Text | None
    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim | None:
        """The strongest of them, where it names what the archive keeps."""
        symbol = self.claims[0].symbol if self.claims else None
        return self.claims[0] if symbol and is_kept(symbol) else None


def blockers(edition: Edition) -> tuple[Blocker, ...]:
    """Everything that keeps an edition from being published; empty where it may be."""
    held = held_by(edition)
    case = _Case(edition=edition, held=held, claims=claims(edition, held=held))
    return tuple(blocker for find in _FINDERS for blocker in find(case))


def _symbols(case: _Case) -> Iterator[Blocker]:
    """No symbol, one that is none, or several that contradict one another."""
    if not case.claims:
        yield Blocker(code="no_symbol", message=_no_symbol(case.edition), where=_SYMBOL)
        return
    first, *others = case.claims
    if case.claim is None:
        yield Blocker(
            code="symbol_unreadable",
            message=f"{first}, which names neither an act of an organ nor a draft of one. Set the "
            "symbol in full, such as A/RES/66/164, with what it rests on.",
            where=_SYMBOL,
        )
    for other in others if first.claimant is Claimant.MASTHEAD else ():
        if other.canonical != first.canonical:
            yield Blocker(
                code="symbol_contradicted",
                message=f"{first}. {other}. Find out which of the two it is, and set the symbol "
                "with what it rests on.",
                where=_SYMBOL,
            )


def _no_symbol(edition: Edition) -> str:
    candidates = [
        f"It may be {one.symbol or f'one of session {one.session}'}: the text {one.evidence}."
        for one in edition.parsed.candidates
    ]
    first = "The file prints no symbol, and nobody has said which resolution it is."
    return " ".join([first, *candidates, "Set the symbol with what it rests on."])


def _holdings(case: _Case) -> Iterator[Blocker]:
    """A symbol that another text has; one that it follows gives its place up."""
    if case.claim is None:
        return
    there = Text.objects.filter(
        resolution__symbol=case.claim.canonical, language=case.edition.parsed.language
    )
    if case.held is not None:
        there = there.exclude(pk=case.held.pk)
    for text in there.select_related("resolution", "source_file").defer("source_file__content"):
        yield Blocker(
            code="symbol_held",
            message=f"Another text of {text.resolution} is held, from {text.source_file}. If this "
            "file is the better one, have it take that one’s place; if not, reject it, or set the "
            "symbol.",
            where=_SYMBOL,
        )


def _numbering(case: _Case) -> Iterator[Blocker]:
    """Gaps that nobody has explained."""
    explained = {
        (one.before, one.where)
        for one in case.edition.corrections
        if one.action == Action.EXPLAIN.value and one.evidence.strip()
    }
    for warning in check(case.edition.parsed):
        if warning.code in _OF_NUMBERING and (warning.code, warning.where) not in explained:
            yield Blocker(
                code=warning.code,
                message=f"{warning.message} Put the numbering right, or explain why it is as it "
                "is.",
                where=warning.where,
            )


def _markers(case: _Case) -> Iterator[Blocker]:
    """Marks of notes that are not there."""
    for warning in check(case.edition.parsed):
        if warning.code == "marker_without_note":
            yield Blocker(
                code=warning.code,
                message=f"{warning.message} Write the note, or take the mark away.",
                where=warning.where,
            )


def _wording(case: _Case) -> Iterator[Blocker]:
    """No words at all; a parse of other bytes; rows that are not what was published."""
    ingestion, held = case.edition.ingestion, case.held
    if not wording_of(case.edition.parsed).strip():
        yield Blocker(
            code="no_text",
            message="There is no paragraph in it. Insert what the file says, or reject it.",
            where="file",
        )
    digest = (ingestion.parse_result or {}).get("sha256")
    if digest not in {None, ingestion.source_file.sha256}:
        yield Blocker(
            code="content_hash",
            message=f"What was parsed has the SHA-256 {digest}, and the file as received has "
            f"{ingestion.source_file.sha256}. Have the file parsed again.",
            where="file",
        )
    if held is not None and ingestion.text_id == held.pk and not _gives_its_hash(held):
        yield Blocker(
            code="content_hash",
            message=f"The rows of {held.resolution} do not give the hash of what was published: "
            "something has changed them besides the archive. Look at its history, and have the "
            "file parsed again; that writes every row anew.",
            where="file",
        )


def _gives_its_hash(text: Text) -> bool:
    """Whether the paragraphs and notes of a text are the words that it was published with."""
    paragraphs = text.paragraphs.in_reading_order().values_list("wording", flat=True)
    notes = text.footnotes.in_reading_order().values_list("wording", flat=True)
    told = content_hash_of("\n".join([*paragraphs, *notes]))
    return told == text.content_hash == content_hash_of(text.wording)


def _stages(case: _Case) -> Iterator[Blocker]:
    """A draft's symbol on a text that says of itself that it was adopted."""
    symbol = case.claim.symbol if case.claim else None
    if symbol is None:
        return
    try:
        check_stage(stage_of(symbol), statements_of_edition(case.edition, symbol))
    except RefusalError as refusal:
        yield Blocker(code="draft_adopted", message=refusal.reason, where=_SYMBOL)


def _evidence(case: _Case) -> Iterator[Blocker]:
    """Facts that rest on nothing."""
    if case.claim is not None and case.claim.claimant is Claimant.GIVEN:
        yield Blocker(
            code="no_evidence",
            message=f"{case.claim}, and the file does not print it. Set the symbol with what it "
            "rests on.",
            where=_SYMBOL,
        )
    for one in facts_set(case.edition):
        if not one.correction.evidence.strip():
            yield Blocker(
                code="no_evidence",
                message=f"Nothing is said of what the fact “{one.fact.label}” rests on. Set it "
                "again with its evidence.",
                where=one.correction.where,
            )


def _conflicts(case: _Case) -> Iterator[Blocker]:
    """Corrections that do not meet what they were made for."""
    for conflict in case.edition.conflicts:
        made = conflict.correction
        yield Blocker(
            code="correction_conflict",
            message=f"A person’s correction, “{made.action.label}”, does not meet what it was "
            "made for. Look at both, and undo it or make it again.",
            where=made.where,
        )


def _places(case: _Case) -> Iterator[Blocker]:
    """Another file in the place of a text that is of another resolution."""
    ingestion, held = case.edition.ingestion, case.held
    if held is None or held.source_file_id == ingestion.source_file_id or case.claim is None:
        return
    if case.claim.canonical != held.resolution.symbol:
        yield Blocker(
            code="another_resolution",
            message=f"It is to take the place of the text of {held.resolution}, and it is "
            f"{case.claim.canonical}. Have it take nothing’s place, or set the symbol.",
            where=_SYMBOL,
        )


def _lacking(case: _Case) -> Iterator[Blocker]:
    """Corrections of what readers see that the next reading of the file lacks."""
    if case.edition.ingestion.text_id is None and left_behind(case.edition.ingestion):
        yield Blocker(
            code="left_behind",
            message="What readers see was corrected since the file was read again. Take those "
            "corrections along first, on the page of what differs.",
            where="file",
        )


_FINDERS: tuple[Callable[[_Case], Iterator[Blocker]], ...] = (
    *(_symbols, _holdings, _places, _stages, _evidence, _conflicts, _lacking),
    *(_numbering, _markers, _wording),
)
