"""The report on a draft as a document: what the page says, with the changes tracked.

To accept every change leaves the words of the draft, to reject every one the agreed wordings.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from archive.comparison.strengths import Step
from archive.data.members import Absolute
from archive.data.word.document import Document, Paragraph, Run, Style, paragraph
from archive.web.draft.shown import (
    ShownCitation,
    ShownDraft,
    ShownParagraph,
    ShownUse,
    ShownWording,
    shown,
)
from archive.web.draft.values import CheckedDraft, Verdict


def report_document(draft: CheckedDraft, *, absolute: Absolute) -> Document:
    """The document; ``absolute`` makes addresses of the archive whole."""
    told = shown(draft)
    return Document(
        title=_("A draft, checked"),
        paragraphs=tuple(_paragraphs(told, absolute)),
        author=_("The draft"),
        head=told.title,
        foot=_(
            "Checked at %(address)s. Texts are reproduced with acknowledgement of the United "
            "Nations as their source; the official record is the United Nations’ own."
        )
        % {"address": absolute("/draft/")},
    )


def _paragraphs(told: ShownDraft, absolute: Absolute) -> Iterator[Paragraph]:
    yield paragraph(_("A draft, checked"), Style.TITLE)
    yield from (paragraph(sentence) for sentence in (told.title, *told.summary) if sentence)
    yield from _listed(
        _("Openings that are stronger or weaker"),
        (paragraph(f"{one.place}: {_step(one.nearest)}") for one in told.steps if one.nearest),
    )
    yield from _listed(
        _("Citations to be looked at"),
        (_with_place(place, _citation(one, absolute)) for _at, place, one in told.doubtful),
    )
    yield from _listed(
        _("Form"),
        (paragraph(_(": ").join(filter(None, [one.place, one.message]))) for one in told.doubts),
    )
    yield paragraph(_("Paragraph by paragraph"), Style.HEADING)
    for one in told.paragraphs:
        yield from _paragraph(one, absolute)
    yield from _listed(
        _("Cited in notes that nothing marks"),
        (_citation(one, absolute) for one in told.unplaced),
    )
    yield from _listed(_("Not compared"), map(paragraph, told.leftovers))


def _listed(heading: str, found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs below a heading; nothing where there are none."""
    listed = [*found]
    if listed:
        yield paragraph(heading, Style.HEADING)
        yield from listed


def _paragraph(one: ShownParagraph, absolute: Absolute) -> Iterator[Paragraph]:
    if one.place:
        words = _(": ").join(filter(None, [one.place, one.verdict_in_words]))
        yield paragraph(words, Style.LABEL)
    style = Style.TEXT if one.place else Style.SUBHEADING
    yield Paragraph(runs=tuple(_words(one)), style=style)
    if one.nearest and one.verdict != Verdict.NEW:
        yield _uses(one.nearest, absolute=absolute, is_step=one.is_step)
    yield from _apart(one, absolute)
    for number, words in one.notes:
        yield paragraph(_("Note %(number)s:") % {"number": number} + f" {words}", Style.QUOTATION)
    yield from (_citation(citation, absolute) for citation in one.citations)


def _words(one: ShownParagraph) -> Iterator[Run]:
    """The words of the draft; of what is close, as changes of the nearest wording."""
    if one.is_redlined and one.nearest:
        for change in one.nearest.changes:
            yield Run(text=change.text, status=change.kind)
    else:
        yield Run(text=one.text)


def _apart(one: ShownParagraph, absolute: Absolute) -> Iterator[Paragraph]:
    """The other wordings, as they were agreed: to accept or reject changes leaves them."""
    if one.apart:
        yield paragraph(_("%(wordings)s:") % {"wordings": one.apart_in_words}, Style.QUOTATION)
    for wording in one.apart:
        yield paragraph(wording.agreed, Style.QUOTATION, depth=1)
        yield _uses(wording, absolute=absolute, is_step=wording.is_step, depth=1)


def _uses(wording: ShownWording, *, absolute: Absolute, is_step: bool, depth: int = 0) -> Paragraph:
    """Who has a wording, first and last, and whether the draft opens more strongly."""
    led = _("First in") if wording.last else _("In")
    runs = [*_use(led, wording.first, absolute=absolute), Run(text=_("; "))]
    if wording.last:
        runs += [*_use(_("last in"), wording.last, absolute=absolute), Run(text=_("; "))]
    runs.append(Run(text=f"{wording.uses}."))
    if is_step:
        runs.append(Run(text=" " + _("Its opening is %(step)s.") % {"step": _step(wording)}))
    return Paragraph(runs=tuple(runs), style=Style.QUOTATION, depth=depth)


def _use(words: str, use: ShownUse, *, absolute: Absolute) -> Iterator[Run]:
    yield Run(text=f"{words} ")
    yield Run(text=use.words, address=absolute(use.address))


def _step(wording: ShownWording) -> str:
    """How the draft opens beside a wording: “stronger: encourages, then urges”."""
    before, after = (opening.lower() for opening in wording.openings)
    is_stronger = wording.step == Step.STRONGER
    how = _("stronger") if is_stronger else _("weaker")
    return _("%(how)s: %(before)s, then %(after)s") % {
        "how": how,
        "before": before,
        "after": after,
    }


def _citation(one: ShownCitation, absolute: Absolute) -> Paragraph:
    symbol = Run(text=one.symbol, address=absolute(one.address) if one.address else "")
    places = [Run(text=words, address=absolute(address)) for address, words in one.places]
    places += [Run(text=one.pinpoint)] if one.pinpoint else []
    apart = Run(text=_(", "))
    listed = [run for place in [symbol, *places] for run in (apart, place)][1:]
    named = (Run(text=" ("), *listed, Run(text=")")) if one.symbol else ()
    told = Run(text=f": {one.told}", is_bold=one.is_doubtful)
    return Paragraph(runs=(Run(text=f"“{one.words}”"), *named, told), style=Style.QUOTATION)


def _with_place(place: str, one: Paragraph) -> Paragraph:
    return Paragraph(runs=(Run(text=f"{place}: "), *one.runs), style=Style.TEXT)
