"""The report on a draft as members of an object. docs/formats/draft.md is the contract.

What is added leaves the version as it is; what is taken away or changes its meaning raises it.
"""

from archive.comparison.strengths import Step
from archive.data.members import Absolute, Members
from archive.web.draft.values import (
    CheckedCitation,
    CheckedDraft,
    CheckedParagraph,
    FoundWording,
    Verdict,
)
from archive.web.language.members import wording_members

VERSION = 1


def draft_members(draft: CheckedDraft, *, absolute: Absolute) -> Members:
    """The counts, every paragraph with its nearest wordings, every citation, and the doubts."""
    return {
        "version": VERSION,
        "title": draft.parsed.masthead.title,
        "counts": _counts(draft),
        "paragraphs": [_paragraph(one, absolute=absolute) for one in draft.paragraphs],
        "unplaced_citations": [_citation(one, absolute=absolute) for one in draft.unplaced],
        "warnings": [
            {"code": one.code, "message": one.message, "where": one.where}
            for one in draft.parsed.warnings
        ],
        "leftovers": list(draft.parsed.leftovers),
    }


def _counts(draft: CheckedDraft) -> Members:
    verdicts, steps = draft.verdicts, draft.steps
    return {
        **{verdict.value: verdicts.get(verdict, 0) for verdict in Verdict},
        **{step.value: steps.get(step, 0) for step in (Step.STRONGER, Step.WEAKER)},
        "citations": len(draft.citations),
        "doubtful_citations": len(draft.doubtful),
    }


def _paragraph(one: CheckedParagraph, *, absolute: Absolute) -> Members:
    of = one.paragraph
    return {
        "anchor": of.id,
        "kind": of.kind.value,
        "place": one.place,
        "opening": of.opening,
        "wording": of.text,
        "notes": [{"number": note.number, "wording": note.text} for note in one.notes],
        "verdict": one.verdict.value if one.verdict else None,
        "step": one.step.value if one.step else None,
        "nearest": [_wording(found, absolute=absolute) for found in one.wordings],
        "citations": [_citation(found, absolute=absolute) for found in one.citations],
    }


def _wording(found: FoundWording, *, absolute: Absolute) -> Members:
    return {
        **wording_members(found.agreed, absolute=absolute),
        "step": found.step.value if found.step else None,
        "changes": [{"kind": one.kind.value, "text": one.text} for one in found.changes],
    }


def _citation(one: CheckedCitation, *, absolute: Absolute) -> Members:
    of, cited = one.citation, one.cited
    return {
        "source": of.source,
        "words": of.text,
        "symbol": of.target,
        "pinpoint": of.pinpoint,
        "places": [
            {"anchor": anchor, "url": absolute(f"{cited.get_absolute_url()}{anchor}/")}
            for anchor in one.places.anchors
            if cited
        ],
        "missing_places": [place.in_words for place in one.places.missing],
        "standing": one.standing.value,
        "url": absolute(cited.get_absolute_url()) if cited else None,
        "stage": cited.stage if cited else None,
        "given_on": of.dated_on.isoformat() if of.dated_on else None,
        "adopted_on": one.adopted_on.isoformat() if one.adopted_on else None,
        "date_is_unverified": cited.date_is_unverified if cited else None,
        "dating": one.dating.value if cited else None,
        "conflict": of.conflict,
        "is_doubtful": one.is_doubtful,
    }
