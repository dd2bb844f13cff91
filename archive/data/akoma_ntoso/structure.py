"""The paragraphs of a text as elements, each below the one it is part of.

Before the first operative paragraph stands the preamble; annexes are documents of their own where
nothing but annexes follows them, and else stand where they are printed.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.data.akoma_ntoso.element_ids import element_id
from archive.data.akoma_ntoso.words import Writer
from archive.data.akoma_ntoso.xml import add
from archive.models import Paragraph
from archive.parsing.divisions import division_of
from archive.parsing.places import Place
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.untrusted_xml import Element

_DIVISION = "division"
_BEGINS_AN_ANNEX = re.compile(r"annex(?:-\d+)?")


def preamble_of(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The preambular paragraphs before anything else."""
    return list(takewhile(lambda one: one.kind == Paragraph.Kind.PREAMBULAR, paragraphs))


def annexes_of(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The annexes at the end, each from its heading on; none where words of the text follow one."""
    first = len(paragraphs)
    while first and _is_annexed(paragraphs[first - 1]):
        first -= 1
    found: list[list[Paragraph]] = []
    for paragraph in paragraphs[first:]:
        if _begins_an_annex(paragraph):
            found.append([])
        elif not found:
            return []
        found[-1].append(paragraph)
    return found


def _is_annexed(paragraph: Paragraph) -> bool:
    place = Place.read(paragraph.anchor)
    return place is not None and place.is_annexed


def _is_recital(paragraph: Paragraph) -> bool:
    return paragraph.kind == Paragraph.Kind.PREAMBULAR and paragraph.parent_id is None


def _begins_an_annex(paragraph: Paragraph) -> bool:
    is_heading = paragraph.kind == Paragraph.Kind.HEADING
    return is_heading and _BEGINS_AN_ANNEX.fullmatch(paragraph.anchor) is not None


class Structure:
    """Adds paragraphs to the preamble and to main bodies."""

    def __init__(self, paragraphs: Sequence[Paragraph], *, writer: Writer) -> None:
        self._writer = writer
        self._last_below = {one.parent_id: one.pk for one in paragraphs if one.parent_id}

    def add_recitals(self, preamble: Element, paragraphs: Sequence[Paragraph]) -> None:
        """Preambular paragraphs, as the containers in which the United Nations has them."""
        holders: dict[int, Element] = {}
        for paragraph in paragraphs:
            within = holders.get(paragraph.parent_id or 0)
            if within is None:
                name = paragraph.opening or "recital"
                holder = add(preamble, "container", name=name, **self._named(paragraph))
                self._write_block(holder, paragraph)
            elif paragraph.label:
                holder = self._add_item(within, paragraph)
            else:
                holder = within
                self._writer.write(add(within, "p", **self._named(paragraph)), paragraph)
            holders[paragraph.pk] = holder

    def _add_item(self, within: Element, paragraph: Paragraph) -> Element:
        """A labelled part of a preambular paragraph, in the list that is open or in a new one."""
        last = next(within.iterchildren(reversed=True))
        if not str(last.tag).endswith("}blockList"):
            last = add(within, "blockList", eId=f"{element_id(paragraph.anchor)}__list")
        item = add(last, "item", **self._named(paragraph))
        add(item, "num", paragraph.label)
        self._write_block(item, paragraph)
        return item

    def add_paragraphs(self, body: Element, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs of a main body in their order, those below a heading within its division."""
        division = body
        open_below: list[tuple[int, Element]] = []
        for paragraph in paragraphs:
            while open_below and open_below[-1][0] != paragraph.parent_id:
                open_below.pop()
            if paragraph.kind == Paragraph.Kind.HEADING:
                division = self._add_heading(body, paragraph, last=division)
            elif _is_recital(paragraph) and paragraph.pk not in self._last_below:
                self._add_recital(division, paragraph)
            else:
                within = open_below[-1][1] if open_below else division
                below = self._add_paragraph(within, paragraph, is_part=bool(open_below))
                if below is not None:
                    open_below.append((paragraph.pk, below))

    def _add_heading(self, body: Element, paragraph: Paragraph, *, last: Element) -> Element:
        """A division with its heading; a line that follows one at once may be its second."""
        is_organ = organ_of(paragraph.wording) is not None
        is_second = len(last) == 1 and last is not body and last.get("name") == _DIVISION
        if is_second and not is_organ and division_of(paragraph.wording) is None:
            self._writer.write(add(last, "subheading", **self._named(paragraph)), paragraph)
            return last
        name = "enactingFormula" if is_organ else _DIVISION
        division = add(body, "hcontainer", name=name, **self._named(paragraph))
        self._writer.write(add(division, "heading"), paragraph)
        return division

    def _add_recital(self, division: Element, paragraph: Paragraph) -> None:
        """A preambular paragraph of a part that follows, marked as files of the UN mark them."""
        holder = add(division, "hcontainer", name="recital", **self._named(paragraph))
        self._writer.write(add(holder, "heading", refersTo="#preamble"), paragraph)

    def _add_paragraph(
        self, within: Element, paragraph: Paragraph, *, is_part: bool
    ) -> Element | None:
        """A paragraph; the list that others of it go into, where there are any."""
        if paragraph.pk in self._last_below:
            below = add(self._holder(within, paragraph), "list")
            self._write_block(add(below, "intro"), paragraph)
            return below
        if is_part and self._closes(paragraph):
            holder = add(within, "wrapUp", **self._named(paragraph))
        else:
            holder = add(self._holder(within, paragraph), "content")
        self._write_block(holder, paragraph)
        return None

    def _closes(self, paragraph: Paragraph) -> bool:
        """Whether words without a label are the last of the paragraph they belong to."""
        is_last = self._last_below.get(paragraph.parent_id or 0) == paragraph.pk
        return is_last and not paragraph.label

    def _holder(self, within: Element, paragraph: Paragraph) -> Element:
        """The element of a paragraph, with its number as printed."""
        if paragraph.parent_id is None:
            name = "paragraph"
        else:
            name = "point" if paragraph.label else "alinea"
        holder = add(within, name, **self._named(paragraph))
        if paragraph.label:
            add(holder, "num", paragraph.label)
        return holder

    def _write_block(self, holder: Element, paragraph: Paragraph) -> None:
        if paragraph.rows:
            self._writer.write_table(holder, paragraph)
        else:
            self._writer.write(add(holder, "p"), paragraph)

    def _named(self, paragraph: Paragraph) -> dict[str, str]:
        return {
            "eId": element_id(paragraph.anchor),
            "GUID": self._writer.identity(paragraph.anchor),
        }
