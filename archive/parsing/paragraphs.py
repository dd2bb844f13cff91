"""Paragraphs: kind, number, label, parent and anchor of each.

Reads: marked texts of the body in reading order. Writes: paragraphs.
Anchors: ``pp3``, ``op5``, ``op10-a``, ``op10-a-ii``; a second part with numbers of its own gets a
prefix (``part-2-op1``), an annex and an article theirs (``annex-1-art5-op2``), so that no anchor
is given twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.parsing.anchors import Anchors, OpenDivisions, Step
from archive.parsing.blocks import Role
from archive.parsing.divisions import Division, DivisionKind, division_of, labelled_unit
from archive.parsing.footnotes import MarkedText
from archive.parsing.labels import Label, split_loose_label
from archive.parsing.levels import Levels
from archive.parsing.openings import Opening, find_declared_opening, find_opening
from archive.parsing.parsed import Paragraph, ParagraphKind
from archive.parsing.placed_texts import Placed, cut, placed
from archive.parsing.printed_lines import organ_of

#: How far below the line with a resolution's letter its organ may be named.
_FURTHEST_ORGAN = 5
_NOWHERE: tuple[OpenDivisions, int] = ((), 0)
_OPENS = {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE}


def find_paragraphs(texts: Sequence[MarkedText]) -> tuple[Paragraph, ...]:
    """Number and label the texts of a body."""
    builder = _Builder()
    for one in placed(texts):
        builder.add(one)
    return tuple(builder.paragraphs)


def anchors_of(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """The anchor of the paragraph that marks each note first."""
    marked: dict[str, str] = {}
    for paragraph in paragraphs:
        for marker in paragraph.markers:
            marked.setdefault(marker.number, paragraph.id)
    return marked


def opening_of(text: str, *, kind: ParagraphKind, parent: str | None) -> Opening | None:
    """The opening of a paragraph: only preambular and operative ones at the margin have one."""
    if kind not in _OPENS or parent is not None:
        return None
    opening = find_opening(text)
    if opening is None and kind is ParagraphKind.OPERATIVE:
        return find_declared_opening(text)
    return opening


def _division(one: Placed) -> Division | None:
    """The division a text heads, by the format's word or its own."""
    if one.label is not None or one.is_quoted or one.text.rows:
        return None
    if one.text.role is Role.ANNEX:
        return division_of(one.text.text) or Division(DivisionKind.ANNEX)
    return division_of(one.text.text) if one.text.role in {None, Role.HEADING} else None


def step_below(parent: str, label: Label) -> str:
    """What a label adds to its parent's anchor: "1.2" adds 2 below 1, and all of it below another.

    A list that begins with 1.1 may stand below paragraph 19.
    """
    above = label.part.rpartition("-")[0].rpartition("-")[2]
    is_continued = parent.rpartition("-")[2].removeprefix("op") == above
    return label.step if is_continued or not label.is_decimal else label.part


@dataclass(slots=True)
class _Builder:
    """Gives each text its kind and place as it comes."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    _anchors: Anchors = field(default_factory=Anchors)
    _levels: Levels = field(default_factory=Levels)
    _last_number: int = 0
    _last_is_printed: bool = False
    _prints_numbers: bool = False
    _outer: tuple[OpenDivisions, int] = _NOWHERE
    _is_operative: bool = False
    _is_begun: bool = False
    _follows_heading: bool = False
    _has_heading: bool = False
    _letter_at: int | None = None
    _quoted_last: str = ""

    def add(self, one: Placed) -> None:
        """Place one text."""
        division = _division(one)
        if division is not None:
            self._begin(division, one.text)
        elif one.label is None and organ_of(one.text.text):
            self._add_organ(one.text)
        elif one.is_heading:
            self._add_heading(self._anchors.next_heading(), one.text)
        else:
            self._add_words(one)

    def _add_words(self, one: Placed) -> None:
        label, text = self._with_loose_label(one)
        unit = None if label or one.is_quoted else labelled_unit(text.text)
        if unit is not None:
            self._add_labelled_unit(*unit, text=text)
        elif label is not None and label.number is not None:
            self._add_numbered(label, text, number=label.number)
        elif label is not None and self._levels and not self._levels.is_followed_by(label):
            self._add_sub_paragraph(label, text)
        elif self._levels and self._goes_on(one):
            self._add_flush(text, is_quoted=one.is_quoted)
        elif self._anchors.has_annexed:
            self._add_to_annex(label, text)
        else:
            self._add_unnumbered(one)

    def _goes_on(self, one: Placed) -> bool:
        """Whether a text without a label belongs to the paragraph that is open."""
        in_small_letters = self._anchors.has_annexed and one.text.text[0].islower()
        return one.label is None and (one.is_quoted or bool(one.text.rows) or in_small_letters)

    def _with_loose_label(self, one: Placed) -> tuple[Label | None, MarkedText]:
        """The label and the words; inside a paragraph or an annex more forms are labels."""
        is_inside = self._levels or self._anchors.has_annexed
        if one.label is not None or one.is_quoted or one.text.rows or not is_inside:
            return one.label, one.text
        label, start = split_loose_label(one.text.text)
        if label is None or not self._levels.accepts(label):
            return None, one.text
        return cut(one.text, label, start=start)

    def _begin(self, division: Division, text: MarkedText) -> None:
        """Begin what a line heads; its own anchor is the division's where it has one."""
        anchors = self._anchors
        if division.kind is DivisionKind.ANNEX:
            self._outer = _NOWHERE
            anchor = anchors.begin_annex()
        elif division.kind is DivisionKind.APPENDIX:
            self._outer = _NOWHERE
            anchor = anchors.begin_appendix()
        elif division.kind is DivisionKind.UNIT:
            self._remember()
            anchor = anchors.begin_unit(division.name)
        else:
            self._begin_section(division, text)
            return
        self._begin_numbers()
        self._add_heading(anchor, text)

    def _begin_section(self, division: Division, text: MarkedText) -> None:
        if self._anchors.is_open(Step.UNIT):
            self._anchors.end_unit()
            self._begin_numbers()
        if division.kind is DivisionKind.LETTER:
            self._letter_at = len(self.paragraphs)
        self._add_heading(self._anchors.next_heading(), text)

    def _add_organ(self, text: MarkedText) -> None:
        """The line that names the organ begins a resolution, or the preamble of an annexed text."""
        is_lettered = (
            self._letter_at is not None
            and len(self.paragraphs) - self._letter_at <= _FURTHEST_ORGAN
        )
        if is_lettered:
            self._anchors.leave_annexes()
        if self._is_begun or is_lettered:
            self._start_part()
        self._add_heading(self._anchors.next_heading(), text)

    def _add_heading(self, anchor: str, text: MarkedText) -> None:
        if self._anchors.has_annexed:
            self._levels.close()
        self._append(anchor, text, kind=ParagraphKind.HEADING)
        self._follows_heading = True

    def _start_part(self) -> None:
        """Another part of the division that is open, with numbers of its own."""
        self._anchors.begin_part()
        self._begin_numbers()

    def _remember(self) -> None:
        """Keep where numbers stand, to go on there after an inserted list or article."""
        self._outer = (self._anchors.place(), self._last_number)

    def _begin_numbers(self) -> None:
        self._last_number, self._is_operative, self._is_begun = 0, False, False
        self._levels = Levels()

    def _add_labelled_unit(self, printed: str, name: str, *, text: MarkedText) -> None:
        anchor = self._anchors.begin_unit(name)
        self._begin_numbers()
        label, words = cut(text, Label(printed, name, ()), start=len(printed) + 1)
        self._levels.open(anchor, label)
        self._append(anchor, words, kind=ParagraphKind.ANNEX, label=label)

    def _add_numbered(self, label: Label, text: MarkedText, *, number: int) -> None:
        """Numbers begin again for a list inside a paragraph, or for a part that follows."""
        last = self._last_number
        if not label.repeats and self._is_listed(number, text):
            self._add_sub_paragraph(label, text)
            return
        begins_again = number == 1 and not label.repeats
        if begins_again and (last >= 1 or self._anchors.has_given("op1")):
            self._remember()
            self._start_part()
        elif self._outer[1] and number == self._outer[1] + 1 and not self._runs_on(label, number):
            self._anchors.reopen(self._outer[0])
        self._prints_numbers = True
        self._add_operative(label, text, number=number)

    def _runs_on(self, label: Label, number: int) -> bool:
        """Whether a number follows the last one printed here."""
        is_next = number == self._last_number + (not label.repeats)
        return is_next and self._last_is_printed

    def _is_listed(self, number: int, text: MarkedText) -> bool:
        """Whether a number belongs to a list inside the open paragraph, which announced it.

        Where the number also goes on with the paragraphs, words that open one decide.
        """
        if self._levels.counts_up_to(number):
            opening = find_opening(text.text)
            return number != self._last_number + 1 or opening is None or opening.is_preambular
        if number != 1 or self._last_number < 1 or self._has_heading:
            return False
        return self.paragraphs[-1].text.endswith(":")

    def _add_operative(self, label: Label | None, text: MarkedText, *, number: int) -> None:
        self._last_number, self._last_is_printed = number, label is not None
        self._is_operative, self._has_heading = True, False
        part = label.part if label and label.number is not None else str(number)
        anchor = self._anchors.unique_in(f"op{part}")
        self._levels.open(anchor, label, words=text.text)
        self._append(
            anchor, text, kind=self._kind(ParagraphKind.OPERATIVE), label=label, number=number
        )

    def _add_sub_paragraph(self, label: Label, text: MarkedText) -> None:
        parent = self._levels.parent_of(label)
        if label.is_bullet:
            anchor = self._anchors.next_below(parent, label.part)
        else:
            anchor = self._anchors.unique(f"{parent}-{step_below(parent, label)}")
        self._levels.add(anchor, words=text.text)
        self._append(anchor, text, kind=self._kind(self._usual_kind), label=label, parent=parent)

    def _add_unnumbered(self, one: Placed) -> None:
        text = one.whole if one.label else one.text
        opening = find_opening(text.text)
        is_preambular = opening is not None and opening.is_preambular
        is_opened = opening is not None
        is_first = False
        if one.leads_to_first and is_opened and not is_preambular and not self._is_operative:
            self._add_introduction(text)
            return
        if text.role in {Role.PREAMBULAR, Role.OPERATIVE}:
            is_first = is_opened and not self._is_operative and text.role is Role.OPERATIVE
            is_preambular = text.role is Role.PREAMBULAR or (is_preambular and is_first)
            is_opened = is_opened or not self._levels.has_subs
        if is_opened and not is_preambular and (is_first or not one.prints_numbers):
            self._add_uncounted(text)
        elif is_preambular and self._is_operative and self._follows_heading:
            self._start_part()
            self._add_preambular(text)
        elif self._levels and (self._is_operative or (self._levels.has_subs and not is_opened)):
            self._add_flush(text)
        else:
            self._add_preambular(text)

    def _add_uncounted(self, text: MarkedText) -> None:
        """An operative paragraph of a section without numbers; other sections may have them."""
        if self._prints_numbers and self._last_number and self._follows_heading:
            self._remember()
            self._start_part()
        self._add_operative(None, text, number=self._last_number + 1)

    def _add_introduction(self, text: MarkedText) -> None:
        """The words that the numbered paragraphs go on with: "Resolves that:", "1. The Fund …"."""
        anchor = self._anchors.next_in("introduction")
        self._levels.open(anchor)
        self._append(anchor, text, kind=ParagraphKind.OPERATIVE)

    def _add_to_annex(self, label: Label | None, text: MarkedText) -> None:
        if label is not None and label.is_decimal:
            anchor = self._anchors.unique_in(f"op{label.part}")
        else:
            anchor = self._anchors.next_in("p")
        self._levels.open(anchor, label, words=text.text)
        self._append(anchor, text, kind=ParagraphKind.ANNEX, label=label)

    def _add_flush(self, text: MarkedText, *, is_quoted: bool = False) -> None:
        """Words that go on after sub-paragraphs, at the margin of the paragraph they belong to.

        What a sub-paragraph quotes belongs to it: "(i) Insert a paragraph, which should read:".
        """
        last = self.paragraphs[-1]
        goes_with_last = is_quoted and (last.text.endswith(":") or last.id == self._quoted_last)
        parent = self._levels.innermost if goes_with_last else self._levels.close_subs()
        anchor = self._anchors.next_below(parent, "p")
        self._quoted_last = anchor if is_quoted else ""
        self._append(anchor, text, kind=self._kind(self._usual_kind), parent=parent)

    def _add_preambular(self, text: MarkedText) -> None:
        anchor = self._anchors.next_in("pp")
        self._levels.open(anchor)
        number = self._anchors.count_of("pp")
        self._append(anchor, text, kind=ParagraphKind.PREAMBULAR, number=number)

    @property
    def _usual_kind(self) -> ParagraphKind:
        return ParagraphKind.OPERATIVE if self._is_operative else ParagraphKind.PREAMBULAR

    def _kind(self, kind: ParagraphKind) -> ParagraphKind:
        return ParagraphKind.ANNEX if self._anchors.has_annexed else kind

    def _append(
        self,
        anchor: str,
        text: MarkedText,
        *,
        kind: ParagraphKind,
        label: Label | None = None,
        parent: str | None = None,
        number: int | None = None,
    ) -> None:
        opening = opening_of(text.text, kind=kind, parent=parent)
        is_words = kind is not ParagraphKind.HEADING
        self._is_begun = self._is_begun or is_words
        self._follows_heading = not is_words
        self._has_heading = self._has_heading or not is_words
        self.paragraphs.append(
            Paragraph(
                id=anchor,
                kind=kind,
                number=number,
                label=label.printed if label else None,
                parent=parent,
                opening=opening.printed if opening else None,
                text=text.text,
                markers=text.markers,
                form=opening.normal if opening else None,
                rows=text.rows,
            )
        )
