"""The document: what stands where, whatever the resolution."""

from datetime import date
from typing import Any

import pytest
from lxml import etree

from archive.data.akoma_ntoso.element_ids import anchor_of
from archive.data.akoma_ntoso.work_addresses import read_work_address
from archive.data.akoma_ntoso.xml import AKN
from archive.data.records import Record
from archive.models import Evidence
from archive.parsing.parsed import (
    Adoption,
    AdoptionMethod,
    Footnote,
    Marker,
    Paragraph,
    ParagraphKind,
)
from archive.parsing.pipeline import parse
from tests import builders as build
from tests.data.akoma_ntoso.reading_back import faults, read_back, words_of, written
from tests.data.parsed_records import record_of


def _tree(document: str) -> Any:
    assert faults(document) == []
    return etree.fromstring(document.encode())


def _found(tree: Any, path: str) -> list[Any]:
    """The elements at a path of names: “mainBody p”, each somewhere below the one before it."""
    steps = "".join(f"//a:{name}" for name in path.split())
    return list(tree.xpath(steps, namespaces={"a": AKN}))


def _record(**fields: Any) -> Record:
    paragraphs = (
        build.paragraph("pp1", "Recalling its resolution 53/144,"),
        build.paragraph("op1", "Calls upon all States to act;"),
    )
    given = {"paragraphs": paragraphs, "footnotes": (), "citations": ()} | fields
    return record_of(build.parse_of(**given))


def _annexed(anchor: str, text: str, **fields: Any) -> Paragraph:
    """A paragraph of an annex; without a label, a heading."""
    kind = ParagraphKind.ANNEX if fields.get("label") else ParagraphKind.HEADING
    values = {"number": None, "label": None, "parent": None, "opening": None}
    return Paragraph(id=anchor, kind=kind, text=text, **(values | fields))


def test_an_element_is_called_by_the_number_that_is_printed() -> None:
    paragraphs = (
        build.paragraph("pp1", "Recalling its resolution 53/144,"),
        build.paragraph("op10", "Calls upon all States:"),
        build.paragraph("op10-a", "To protect;"),
    )
    tree = _tree(written(_record(paragraphs=paragraphs)))
    told = {one.get("eId"): one.get("GUID") for one in tree.iter() if one.get("GUID")}
    assert told == {
        "container_1": "A/RES/66/164#pp1",
        "para_10": "A/RES/66/164#op10",
        "para_10__point_a": "A/RES/66/164#op10-a",
    }


def test_a_work_its_expression_and_its_file_have_addresses() -> None:
    tree = _tree(written(_record(masthead=build.masthead(adopted_on=date(2011, 12, 19)))))
    work = "/akn/un/statement/deliberation/unga/2011-12-19/66-164"
    told = [one.get("value") for one in _found(tree, "FRBRuri")]
    assert told == [work, f"{work}/eng@", f"{work}/eng@.xml"]


def test_a_work_tells_what_its_address_does() -> None:
    decision = build.masthead("A/HRC/DEC/25/117", adopted_on=date(2014, 3, 28))
    for record, subtype in ((_record(), "deliberation"), (_record(masthead=decision), "decision")):
        [work] = _found(_tree(written(record)), "FRBRWork")
        told = {str(one.tag).rpartition("}")[2]: one.get("value") for one in work}
        assert told["FRBRsubtype"] == subtype
        assert told["FRBRuri"].split("/")[4] == subtype
        assert told["FRBRuri"].split("/")[-1] == told["FRBRnumber"]


def _days(tree: Any, path: str) -> list[tuple[str | None, str | None]]:
    return [(one.get("date"), one.get("name")) for one in _found(tree, f"{path} FRBRdate")]


def test_a_day_that_nobody_has_checked_is_named_so_and_stands_nowhere_else() -> None:
    record = _record(masthead=build.masthead(adopted_on=date(2011, 12, 19), meeting=89))
    doubt = Evidence(fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    object.__setattr__(record, "evidence", (doubt,))
    tree = _tree(written(record))
    doubted = [("2011-12-19", "adoption (unverified)")]
    assert _days(tree, "FRBRWork") == _days(tree, "FRBRExpression") == doubted
    [step] = _found(tree, "step")
    assert (step.get("outcome"), step.get("date")) == ("adopted", "0001-01-01")
    assert _found(tree, "conclusions docDate") == []


def test_a_day_that_is_checked_is_that_of_the_adoption() -> None:
    record = _record(masthead=build.masthead(adopted_on=date(2011, 12, 19)))
    tree = _tree(written(record))
    assert _days(tree, "FRBRWork") == [("2011-12-19", "adoption")]
    assert [one.get("date") for one in _found(tree, "step")] == ["2011-12-19"]


def test_a_day_is_that_of_the_publication_only_where_it_was_published() -> None:
    days: dict[str, Any] = {"adopted_on": date(2011, 12, 19), "distributed_on": date(2012, 3, 9)}
    published = _tree(written(_record(masthead=build.masthead(**days))))
    assert _days(published, "FRBRExpression") == [("2012-03-09", "publication")]
    adopted = _tree(written(_record(masthead=build.masthead(adopted_on=days["adopted_on"]))))
    assert _days(adopted, "FRBRExpression") == [("2011-12-19", "adoption")]
    neither = _tree(written(_record(masthead=build.masthead(adopted_on=None))))
    assert _days(neither, "FRBRExpression") == [("0001-01-01", "adoption")]


def test_a_draft_is_called_one_in_its_type_its_address_and_its_cover() -> None:
    symbol = "A/C.3/70/L.46"
    masthead = build.masthead(symbol, is_draft=True, distributed_on=date(2015, 11, 4))
    record = _record(masthead=masthead)
    document = written(record)
    tree = _tree(document)
    [statement] = _found(tree, "statement")
    assert statement.get("name") == "draftResolution"
    uri = _found(tree, "FRBRuri")[0].get("value")
    assert uri == "/akn/un/statement/draft/unga/2015-11-04/A-C.3-70-L.46"
    assert [one.text for one in _found(tree, "docStatus")] == ["Draft resolution"]
    read = parse(document.encode()).masthead
    assert (read.symbol, read.is_draft, read.adopted_on) == (symbol, True, None)


def test_a_citation_is_a_reference_to_the_work_the_page_or_the_document() -> None:
    first = build.paragraph(
        "pp1", "Recalling resolution 53/144, resolution 48/134, A/65/223 and paragraph 1 below,"
    )
    op1 = build.paragraph("op1", "Decides to act.")
    record = _record(
        paragraphs=(first, op1),
        citations=(
            build.citation(first, "resolution 53/144", "A/RES/53/144"),
            build.citation(first, "resolution 48/134", "A/RES/48/134"),
            build.citation(first, "A/65/223", "A/65/223"),
            build.citation(first, "paragraph 1", None, pinpoint="op1"),
        ),
    )
    known, held, *_ = record.citations
    known.cited_day = date(1998, 12, 9)
    held.cited_resolution_id = 7
    told = [(one.text, one.get("href")) for one in _found(_tree(written(record)), "ref")]
    assert told == [
        ("resolution 53/144", "/akn/un/statement/deliberation/unga/1998-12-09/53-144"),
        ("resolution 48/134", "https://archive.example/A/RES/48/134/"),
        ("A/65/223", "https://undocs.org/A/65/223"),
        ("paragraph 1", "#para_1"),
    ]


def test_of_citations_that_overlap_the_longest_is_the_reference_and_no_word_comes_twice() -> None:
    first = build.paragraph("pp1", "Recalling paragraph 1 of resolution 53/144, annex,")
    record = _record(
        paragraphs=(first, build.paragraph("op1", "Decides to act.")),
        citations=(
            build.citation(first, "resolution 53/144", "A/RES/53/144"),
            build.citation(first, "resolution 53/144, annex", "A/RES/53/144"),
        ),
    )
    tree = _tree(written(record))
    assert [one.text for one in _found(tree, "ref")] == ["resolution 53/144, annex"]
    [paragraph] = _found(tree, "container p")
    assert "".join(paragraph.itertext()) == first.text


def test_a_note_stands_where_it_is_marked_even_within_a_reference() -> None:
    first = build.paragraph(
        "pp1", "Recalling resolution 53/144 of 1998,", markers=(Marker(number="1", offset=27),)
    )
    note = Footnote(id="fn1", number="1", text="See the annex.", marked_in="pp1")
    parsed = build.parse_of(
        paragraphs=(first, build.paragraph("op1", "Decides to act.")),
        footnotes=(note,),
        citations=(build.citation(first, "resolution 53/144 of 1998", "A/RES/53/144"),),
    )
    document, after = read_back(parsed)
    assert faults(document) == []
    assert words_of(after).marks == [("pp1", "1", 27)]
    assert words_of(after).notes == [("1", "See the annex.")]


def test_a_preambular_paragraph_keeps_its_list_and_the_words_after_it() -> None:
    words: dict[str, Any] = {
        "kind": ParagraphKind.PREAMBULAR,
        "parent": "pp1",
        "number": None,
        "opening": None,
    }
    paragraphs = (
        build.paragraph("pp1", "Recalling:"),
        Paragraph(id="pp1-a", text="Its Charter,", label="(a)", **words),
        Paragraph(id="pp1-p1", text="and its purposes,", label=None, **words),
        build.paragraph("op1", "Decides to act."),
    )
    tree = _tree(written(_record(paragraphs=paragraphs)))
    [container] = _found(tree, "container")
    assert " ".join("".join(container.itertext()).split()) == (
        "Recalling: (a) Its Charter, and its purposes,"
    )
    assert [one.get("eId") for one in _found(tree, "item")] == ["container_1__point_a"]


def test_a_note_that_nothing_marks_is_kept_apart_and_marks_nothing() -> None:
    note = Footnote(id="fn1", number="1", text="Adopted without vote.", marked_in=None)
    document, after = read_back(build.parse_of(footnotes=(note,)))
    assert faults(document) == []
    assert [(one.number, one.marked_in) for one in after.footnotes] == [("1", None)]


def test_annexes_at_the_end_are_documents_of_their_own() -> None:
    paragraphs = (
        build.paragraph("op1", "Adopts the annexed Rules."),
        _annexed("annex-1", "Annex I"),
        _annexed("annex-1-op1", "Rules apply.", label="1."),
        _annexed("annex-2", "Annex II"),
        _annexed("annex-2-op1", "Forms apply.", label="1."),
    )
    tree = _tree(written(_record(paragraphs=paragraphs)))
    told = [one.get("value") for one in _found(tree, "attachment FRBRWork FRBRthis")]
    assert [one.rpartition("/")[2] for one in told] == ["!annex_1", "!annex_2"]
    named = [read_work_address(one) for one in told]
    assert [one and anchor_of(one.element) for one in named] == ["annex-1", "annex-2"]
    assert [one.get("eId") for one in _found(tree, "attachment paragraph")] == [
        "annex_1__para_1",
        "annex_2__para_1",
    ]


@pytest.mark.parametrize("anchors", [["annex"], ["annex-2"], ["annex-2", "annex-3"]])
def test_the_address_of_an_annex_leads_to_it_whichever_others_stand_elsewhere(
    anchors: list[str],
) -> None:
    paragraphs = [build.paragraph("op1", "Adopts the annexed Rules.")]
    for anchor in anchors:
        paragraphs += [_annexed(anchor, "Annex"), _annexed(f"{anchor}-op1", "Act.", label="1.")]
    tree = _tree(written(_record(paragraphs=tuple(paragraphs))))
    for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        told = [one.get("value") for one in _found(tree, f"attachment {level} FRBRthis")]
        named = [read_work_address(one) for one in told]
        assert [one and anchor_of(one.element) for one in named] == anchors


def test_an_annex_that_words_of_the_text_follow_stands_where_it_is_printed() -> None:
    paragraphs = (
        build.paragraph("op1", "Adopts the annexed Rules."),
        _annexed("annex", "Annex"),
        _annexed("annex-op1", "Rules apply.", label="1."),
        _annexed("part-2-op1", "Decides to act.", label="1."),
    )
    tree = _tree(written(_record(paragraphs=paragraphs)))
    assert _found(tree, "attachment") == []
    words = ["".join(one.itertext()) for one in _found(tree, "mainBody p")]
    assert words == ["Adopts the annexed Rules.", "Rules apply.", "Decides to act."]


def test_a_vote_names_the_states_of_each_side() -> None:
    adoption = Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=2,
        against=1,
        abstaining=0,
        in_favour_states=("Ruritania", "Trinidad and Tobago"),
        against_states=("Utopia",),
    )
    parsed = build.parse_of(masthead=build.masthead(adoption=adoption))
    document, after = read_back(parsed)
    assert faults(document) == []
    assert after.masthead.adoption == adoption


def test_a_table_keeps_its_cells() -> None:
    table = build.paragraph(
        "op2",
        "Year Sum 2011 7",
        label=None,
        opening=None,
        rows=(((0, 4), (5, 8)), ((9, 13), (13, 13)), ((14, 15), (15, 15))),
        markers=(Marker(number="1", offset=8),),
    )
    tree = _tree(
        written(
            _record(
                paragraphs=(build.paragraph("op1", "Decides:"), table),
                footnotes=(Footnote(id="fn1", number="1", text="In dollars.", marked_in="op2"),),
            )
        )
    )
    cells = [one[0].text or "" for one in _found(tree, "td")]
    assert cells == ["Year", "Sum", "2011", "", "7", ""]
    assert [one.getparent().text for one in _found(tree, "authorialNote")] == ["Sum"]


def test_signs_that_no_xml_can_hold_are_shown_as_such() -> None:
    record = _record(paragraphs=(build.paragraph("op1", "Decides\x01 & <acts>;"),))
    [paragraph] = _found(_tree(written(record)), "mainBody p")
    assert "".join(paragraph.itertext()) == "Decides\N{REPLACEMENT CHARACTER} & <acts>;"


def test_a_text_without_paragraphs_is_a_document_all_the_same() -> None:
    _tree(written(_record(paragraphs=())))


def test_what_is_only_cited_is_no_document() -> None:
    record = Record(resolution=_record().resolution, text=None)
    with pytest.raises(ValueError, match="holds no text"):
        written(record)
