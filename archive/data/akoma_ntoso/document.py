"""The document: cover, preface, preamble, main body, conclusions, annexes."""

from collections.abc import Sequence

from archive.data.akoma_ntoso.citations import Href
from archive.data.akoma_ntoso.element_ids import element_id
from archive.data.akoma_ntoso.metadata import (
    add_history,
    add_identity,
    add_references,
)
from archive.data.akoma_ntoso.structure import Structure, annexes_of, preamble_of
from archive.data.akoma_ntoso.words import Writer
from archive.data.akoma_ntoso.xml import add, root, written
from archive.data.members import Absolute
from archive.data.organ_lines import organ_line
from archive.data.records import Record
from archive.models import Paragraph, Text
from archive.parsing.dates import date_in_words
from archive.parsing.readers.untrusted_xml import Element
from archive.parsing.session_names import figured_ordinal, session_in_words
from archive.parsing.symbols import Organ

#: Organs that sit in committees too, and call their other meetings plenary.
_IN_PLENARY = {Organ.GA, Organ.ECOSOC}


def akoma_ntoso_of(record: Record, absolute: Absolute) -> str:
    """A record with a text, as a document of Akoma Ntoso for the United Nations.

    Raises ValueError for a record without a text: there would be no body.
    """
    if record.text is None:
        raise ValueError(f"The archive holds no text of {record.resolution.symbol}.")
    return written(_Document(record, record.text, absolute=absolute).tree())


class _Document:
    """One document under way."""

    def __init__(self, record: Record, text: Text, *, absolute: Absolute) -> None:
        self._record = record
        self._text = text
        self._absolute = absolute
        self._resolution = record.resolution
        self._writer = Writer(record, href=Href(absolute))
        self._structure = Structure(record.paragraphs, writer=self._writer)

    def tree(self) -> Element:
        """The whole."""
        outermost = root("akomaNtoso")
        kind = "draftResolution" if self._resolution.is_draft else "resolution"
        statement = add(outermost, "statement", name=kind)
        meta = add(statement, "meta")
        add_identity(meta, self._record)
        add_history(meta, self._record)
        add_references(meta, self._record, absolute=self._absolute)
        self._add_cover(statement)
        self._add_preface(statement)
        paragraphs = list(self._record.paragraphs)
        annexes = annexes_of(paragraphs)
        preamble = preamble_of(paragraphs)
        body = paragraphs[len(preamble) : len(paragraphs) - sum(map(len, annexes))]
        self._add_preamble(statement, preamble)
        self._add_body(statement, body)
        self._add_conclusions(statement)
        self._add_annexes(statement, annexes)
        return outermost

    def _add_cover(self, statement: Element) -> None:
        """Who issued what, when, and on whose report."""
        resolution = self._resolution
        cover = add(statement, "coverPage")
        add(add(cover, "p"), "docNumber", resolution.symbol, refersTo="#symbol")
        organ = resolution.get_organ_display()
        add(add(cover, "p"), "docAuthority", organ, refersTo="#issuingBody")
        if resolution.distributed_on:
            day = resolution.distributed_on
            said = {"date": str(day), "refersTo": "#dateOfIssuance"}
            add(add(cover, "p"), "docDate", date_in_words(day), **said)
        self._add_session(cover)

    def _add_session(self, cover: Element) -> None:
        resolution = self._resolution
        session = session_in_words(resolution.identity)
        if session:
            ordinal = resolution.session_ordinal
            value = {"value": str(ordinal)} if ordinal else {}
            add(add(cover, "p"), "session", session[:1].upper() + session[1:], **value)
        if resolution.agenda_item:
            line = f"Agenda item {resolution.agenda_item}"
            add(add(cover, "p"), "inline", line, name="agenda item")
        if resolution.committee_report:
            name = "originating document"
            add(add(cover, "p"), "inline", resolution.committee_report, name=name)

    def _add_preface(self, statement: Element) -> None:
        """The number and the title."""
        resolution = self._resolution
        title = self._text.title or ("" if self._text.is_translation else resolution.title)
        preface = add(statement, "preface")
        line = add(preface, "p")
        if not resolution.is_draft:
            number = add(line, "docNumber", f"{resolution.identity.short}.")
            number.tail = " "
        if title:
            add(line, "docTitle", title, refersTo="#resolutionTitle")
            if resolution.is_draft:
                add(add(preface, "p"), "docStatus", "Draft resolution")

    def _add_preamble(self, statement: Element, paragraphs: Sequence[Paragraph]) -> None:
        organ = organ_line(self._text)
        if organ or paragraphs:
            preamble = add(statement, "preamble")
            if organ:
                add(add(preamble, "formula", name="enactingFormula"), "p", organ)
            self._structure.add_recitals(preamble, paragraphs)

    def _add_body(self, statement: Element, paragraphs: Sequence[Paragraph]) -> None:
        body = add(statement, "mainBody")
        self._structure.add_paragraphs(body, paragraphs)
        if not len(body):
            add(body, "p")

    def _add_conclusions(self, statement: Element) -> None:
        """The meeting and the day of adoption; and notes that nothing in the text marks."""
        unmarked = [note for note in self._record.notes if note.paragraph_id is None]
        if self._resolution.meeting or unmarked:
            conclusions = add(statement, "conclusions")
            if self._resolution.meeting:
                self._add_meeting(conclusions, self._resolution.meeting)
            for note in unmarked:
                line = add(conclusions, "p")
                add(line, "remark", "[Not marked in the text:]", status="editorial")
                self._writer.write_note(line, note)

    def _add_meeting(self, conclusions: Element, number: int) -> None:
        """The line below the text; a day that nobody has checked is not printed."""
        resolution = self._resolution
        ordinal = figured_ordinal(number)
        meeting = "plenary meeting" if resolution.organ in _IN_PLENARY else "meeting"
        said = {"name": "adoptionMeeting", "title": ordinal}
        line = add(conclusions, "p")
        add(line, "inline", f"{ordinal} {meeting}", **said)
        if resolution.adopted_on and not self._record.date_is_unverified:
            day = resolution.adopted_on
            add(line, "eol")
            said = {"date": str(day), "refersTo": "#adoptionDate"}
            add(line, "docDate", date_in_words(day), **said)

    def _add_annexes(self, statement: Element, annexes: Sequence[Sequence[Paragraph]]) -> None:
        if not annexes:
            return
        attachments = add(statement, "attachments")
        for paragraphs in annexes:
            document = add(add(attachments, "attachment"), "doc", name="annex")
            component = f"!{element_id(paragraphs[0].anchor)}"
            add_identity(add(document, "meta"), self._record, component=component)
            self._structure.add_paragraphs(add(document, "mainBody"), paragraphs)
