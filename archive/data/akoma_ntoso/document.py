"""The document: cover, preface, preamble, main body, conclusions, annexes."""

from collections.abc import Sequence

from archive.data.akoma_ntoso.citations import Href
from archive.data.akoma_ntoso.metadata import (
    add_history,
    add_identity,
    add_references,
)
from archive.data.akoma_ntoso.structure import Structure, annexes_of, preamble_of
from archive.data.akoma_ntoso.words import Writer
from archive.data.akoma_ntoso.xml import add, root, written
from archive.data.members import Absolute
from archive.data.records import Record
from archive.models import Paragraph, Text
from archive.parsing.dates import date_in_words
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.untrusted_xml import Element
from archive.parsing.session_names import figured_ordinal, session_in_words


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
        if resolution.is_draft:
            add(add(cover, "p"), "docStatus", "Draft resolution")

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
        line = add(add(statement, "preface"), "p")
        if not resolution.is_draft:
            number = add(line, "docNumber", f"{resolution.identity.short}.")
            number.tail = " "
        if title:
            add(line, "docTitle", title, refersTo="#resolutionTitle")

    def _add_preamble(self, statement: Element, paragraphs: Sequence[Paragraph]) -> None:
        lines = self._text.masthead_lines or ()
        organ = next((line for line in lines if organ_of(line)), "")
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
        resolution = self._resolution
        unmarked = [note for note in self._record.notes if note.paragraph_id is None]
        is_dated = resolution.adopted_on and not self._record.date_is_unverified
        if not (resolution.meeting or unmarked):
            return
        conclusions = add(statement, "conclusions")
        if resolution.meeting:
            line = add(conclusions, "p")
            ordinal = figured_ordinal(resolution.meeting)
            said = f"{ordinal} plenary meeting"
            add(line, "inline", said, name="adoptionMeeting", title=ordinal)
            if resolution.adopted_on and is_dated:
                day = resolution.adopted_on
                add(line, "eol")
                said = date_in_words(day)
                add(line, "docDate", said, date=str(day), refersTo="#adoptionDate")
        for note in unmarked:
            self._writer.write_note(add(conclusions, "p"), note)

    def _add_annexes(self, statement: Element, annexes: Sequence[Sequence[Paragraph]]) -> None:
        if not annexes:
            return
        attachments = add(statement, "attachments")
        for number, paragraphs in enumerate(annexes, start=1):
            document = add(add(attachments, "attachment"), "doc", name="annex")
            component = f"!annex_{number}" if len(annexes) > 1 else "!annex"
            add_identity(add(document, "meta"), self._record, component=component)
            self._structure.add_paragraphs(add(document, "mainBody"), paragraphs)
