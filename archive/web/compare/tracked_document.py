"""A comparison as a document: the older text, with tracked changes that make it the newer one.

Its text has nothing besides, so that to accept every change gives exactly the newer text, and to
reject every one the older text; what it is stands above and below the text of each page.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from archive.comparison.passages import Passage
from archive.comparison.tracked import Line, tracked
from archive.comparison.words import Change, ChangeKind
from archive.data.word.document import Document, Paragraph, Run, Style
from archive.models import Resolution
from archive.parsing.parsed import ParagraphKind
from archive.templatetags.dates import adopted_on
from archive.web.compare.sides import ComparedSides, Side


def tracked_document(found: ComparedSides, *, address: str) -> Document:
    """The document; ``address`` is that of the page that shows the same."""
    before, after = found.before, found.after
    return Document(
        title=_("From %(before)s to %(after)s")
        % {"before": before.resolution.symbol, "after": after.resolution.symbol},
        paragraphs=tuple(_paragraph(line, found) for line in tracked(found.comparison)),
        author=after.resolution.symbol,
        changed_on=after.day,
        head=_("From %(before)s to %(after)s, with the changes between them")
        % {"before": _named(before), "after": _named(after)},
        foot=_(
            "%(address)s. Texts are reproduced with acknowledgement of the United Nations as their "
            "source; the official record is the United Nations’ own."
        )
        % {"address": address},
    )


def _named(side: Side) -> str:
    """A text with its day; of a draft, that it is one."""
    one = side.resolution
    if one.is_draft:
        told = {"symbol": one.symbol}
        return _("%(symbol)s (draft, not adopted in these words)") % told
    return f"{one.symbol} ({_day(one)})" if one.adopted_on else one.symbol


def _day(one: Resolution) -> str:
    assert one.adopted_on  # who asks has seen to it
    return str(adopted_on(one.adopted_on, is_unverified=one.date_is_unverified))


def _paragraph(line: Line, found: ComparedSides) -> Paragraph:
    of = line.passage
    side = found.after if line.after else found.before
    is_heading = of.kind is ParagraphKind.HEADING
    return Paragraph(
        runs=tuple(_runs(line, found)),
        style=Style.SUBHEADING if is_heading else Style.TEXT,
        depth=side.depth(of),
        end=line.end,
    )


def _runs(line: Line, found: ComparedSides) -> Iterator[Run]:
    """The label, if either text prints one, then the words."""
    for change in (*_labels(line, found), *line.changes):
        yield Run(text=change.text, status=change.kind)


def _labels(line: Line, found: ComparedSides) -> Iterator[Change]:
    before = _label(line.before, found.before)
    after = _label(line.after, found.after)
    if before == after:
        yield from [Change(ChangeKind.KEPT, before)] if before else []
        return
    if before:
        yield Change(ChangeKind.DELETED, before)
    if after:
        yield Change(ChangeKind.INSERTED, after)


def _label(passage: Passage | None, side: Side) -> str:
    label = side.label(passage) if passage else ""
    return f"{label}\t" if label else ""
