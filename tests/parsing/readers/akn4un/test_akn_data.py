"""The data of an Akoma Ntoso file fill what print does not say, and are reported against it."""

from datetime import date

import pytest

from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead, ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers.akn4un.states import names_in
from archive.parsing.symbols import Organ
from tests.parsing.printed import codes_of
from tests.parsing.readers.akn4un.files import CLOSING, COVER, PREFACE, akn, data, statement

DRAFT = "<step date='2011-11-11' outcome='draftResolution' as='A/C.3/66/L.9' by='Fiji and Peru'/>"
MORE = "<step date='0001-01-01' outcome='draftResolutionAdditionalSponsors' by='Chad'/>"
REPORT = "<step date='0001-01-01' outcome='recommendedForAdoption' as='A/66/462' by=''/>"
ADOPTED = "<step date='2011-12-19' outcome='adopted' as='A/66/PV.89' by=''/>"
WITHOUT_VOTE = "<voting outcome='adoptedWithoutVote'><quorum value=''/></voting>"


def _votes(name: str, *states: str, count: int | str | None = None) -> str:
    listed = "".join(f"<organization>{state}</organization>" for state in states)
    value = len(states) if count is None else count
    voters = f"<u:voters xmlns:u='u'>{listed}</u:voters>"
    return f"<count value='{value}' refersTo='{name}'>{voters}</count>"


def _recorded(*counts: str) -> str:
    return f"<voting outcome='adoptedRecordedVote'>{''.join(counts)}</voting>"


def _found(**parts: str) -> ParsedResolution:
    return parse(akn(statement(**parts)))


def _masthead(**parts: str) -> Masthead:
    return _found(**parts).masthead


def _messages(**parts: str) -> list[str]:
    found = _found(**parts)
    return [one.message for one in found.warnings if one.code == "data_contradiction"]


def test_each_value_is_read_from_the_element_that_says_it() -> None:
    masthead = _masthead(meta=data(steps=DRAFT + MORE + REPORT + ADOPTED, voting=WITHOUT_VOTE))
    assert (masthead.symbol, masthead.organ, masthead.session) == ("A/RES/66/900", Organ.GA, 66)
    assert masthead.title == "Lighthouses"
    assert (masthead.adopted_on, masthead.meeting) == (date(2011, 12, 19), 89)
    assert (masthead.committee_report, masthead.agenda_item) == ("A/66/462", "69 (b)")
    assert masthead.distributed_on == date(2012, 1, 10)
    assert masthead.adoption == Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    assert masthead.draft_symbol == "A/C.3/66/L.9"
    assert (masthead.sponsors, masthead.additional_sponsors) == (("Fiji", "Peru"), ("Chad",))
    assert not masthead.is_draft


def test_a_recorded_vote_has_its_counts_and_the_states_of_each() -> None:
    voting = _recorded(_votes("inFavour", "FIJI", "PERU"), _votes("#abstaining", "CHAD"))
    assert _masthead(meta=data(voting=voting)).adoption == Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=2,
        against=0,
        abstaining=1,
        in_favour_states=("FIJI", "PERU"),
        abstaining_states=("CHAD",),
    )


@pytest.mark.parametrize("voting", ["", "<voting outcome='adoptedRecordedVote'/>", "<voting/>"])
def test_a_vote_that_is_not_told_is_not_made_up(voting: str) -> None:
    assert _masthead(meta=data(voting=voting)).adoption is None


def test_a_file_without_data_is_read_by_its_words() -> None:
    masthead = _masthead(meta="")
    assert (masthead.symbol, masthead.adopted_on) == ("A/RES/66/900", date(2011, 12, 19))
    assert masthead.sponsors == ()


def test_data_fill_what_no_line_says() -> None:
    masthead = _masthead(cover="", preface="", after="")
    assert (masthead.symbol, masthead.organ) == ("A/RES/66/900", Organ.GA)
    assert masthead.adopted_on == date(2011, 12, 19)
    assert masthead.title is None


@pytest.mark.parametrize("work", ["66", "66-", "66/900"])
def test_an_address_that_holds_no_symbol_gives_none(work: str) -> None:
    assert _masthead(meta=data(work=work), cover="", preface="").symbol is None


@pytest.mark.parametrize(
    ("author", "authority", "organ"),
    [
        ("unhrc", "", Organ.HRC),
        ("/akn/ontology/organization/un/securityCouncil", "", Organ.SC),
        ("DGACM", "Economic and Social Council", Organ.ECOSOC),
        ("DGACM", "Board", None),
    ],
)
def test_the_organ_is_known_by_its_author_or_the_authority_on_the_cover(
    author: str, authority: str, organ: Organ | None
) -> None:
    cover = f"<coverPage><p><docAuthority refersTo='#issuingBody'>{authority}</docAuthority></p>"
    meta = data().replace("href='ga'", f"href='{author}'")
    preamble = "<formula><p>The Board,</p></formula><container><p>Recalling rest,</p></container>"
    found = _found(meta=meta, cover=f"{cover}</coverPage>", preface="", preamble=preamble)
    assert found.masthead.organ is organ


@pytest.mark.parametrize(
    ("written", "language"),
    [("eng", "en"), ("fre", "fr"), ("zho", "zh"), ("pt-BR", "pt"), ("unknown", "en"), ("", "en")],
)
def test_the_language_is_told_in_two_letters(written: str, language: str) -> None:
    assert _found(meta=data(language=written)).language == language


def test_the_letter_of_one_of_several_resolutions_is_part_of_its_symbol() -> None:
    cover = COVER.replace("A/RES/66/900", "A/RES/66/900 B")
    preface = PREFACE.replace("</preface>", "<p><docNumber>B</docNumber></p></preface>")
    found = _found(cover=cover, preface=preface, meta=data(work="66-900B"))
    assert (found.masthead.symbol, found.masthead.title) == ("A/RES/66/900B", "Lighthouses")
    assert codes_of(found) == []


@pytest.mark.parametrize(
    ("name", "symbol", "is_draft"),
    [
        ("draftResolution", "A/RES/66/900", True),
        ("resolution", "A/C.3/66/L.9", True),
        ("resolution", "A/RES/66/900", None),
    ],
)
def test_a_draft_is_known_by_its_name_or_its_symbol(
    name: str,
    symbol: str,
    is_draft: bool | None,  # noqa: FBT001
) -> None:
    written = statement(cover=COVER.replace("A/RES/66/900", symbol), preface="")
    written = written.replace("name='resolution'", f"name='{name}'")
    assert parse(akn(written)).masthead.is_draft is is_draft


def test_a_draft_named_as_the_source_is_no_report() -> None:
    cover = COVER.replace("A/66/462, para. 20", "A/66/L.9 and A/66/L.9/Add.1")
    masthead = _masthead(cover=cover.replace("[on the report of the Third Committee (", "[("))
    assert (masthead.draft_symbol, masthead.committee_report) == ("A/66/L.9", None)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda items 15 and 119", "15 and 119"),
        ("Point 74 b) de l’ordre du jour", "74 b)"),
        ("Item 69", "69"),
        ("No item", None),
    ],
)
def test_an_agenda_item_is_read_in_other_languages(line: str, item: str | None) -> None:
    cover = COVER.replace("Agenda item 69 (b)", line)
    assert _masthead(cover=cover).agenda_item == item


def test_a_title_that_only_says_who_adopted_is_none() -> None:
    preface = PREFACE.replace("\tLighthouses", "Resolution adopted by the General Assembly on rest")
    found = _found(preface=preface)
    assert codes_of(found) == ["title_missing"]
    assert _masthead(preface=PREFACE.replace("</span>", "*</span>")).title == "Lighthouses"


def test_a_title_the_cover_alone_has_is_taken() -> None:
    cover = COVER.replace("Resolution adopted by the General Assembly on 19 December 2011", "Boats")
    assert _masthead(cover=cover, preface="").title == "Boats"


def test_a_document_issued_again_is_reported() -> None:
    cover = COVER.replace("Distr.: General", "Distr.: General* Reissued for technical reasons")
    assert "reissued" in codes_of(_found(cover=cover))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"meta": data(steps=ADOPTED.replace("12-19", "12-21"))}, "(workflow) give 21 December"),
        (
            {"meta": data().replace("2011-12-19' name", "2011-12-17' name")},
            "(date of the work) give 17 December 2011",
        ),
        (
            {"after": CLOSING.replace("date='2011-12-19'", "date='2011-12-18'")},
            "(date of the closing line) give 18 December 2011",
        ),
        ({"meta": data(work="66-901")}, "“66-901”, and the symbol printed is A/RES/66/900"),
        ({"meta": data(steps=ADOPTED.replace("PV.89", "PV.90"))}, "names the record A/66/PV.90"),
        ({"after": CLOSING.replace("title='89th'", "title='98th'")}, "the meeting as “98”"),
        (
            {"meta": data(voting=_recorded(_votes("inFavour", "FIJI", "PERU", count=3)))},
            "count 3 votes in favour and name 2 States",
        ),
        (
            {"meta": data(voting=_recorded(_votes("inFavour", "FIJI", count="many")))},
            "count no votes in favour and name 1 State",
        ),
        ({"meta": data(steps=REPORT.replace("462", "464"))}, "report as “A/66/464”"),
    ],
)
def test_data_that_print_contradicts_are_reported_with_both(
    parts: dict[str, str], words: str
) -> None:
    messages = _messages(**parts)
    assert any(words in message for message in messages), messages
    assert _masthead(**parts).adopted_on == date(2011, 12, 19)


def test_data_that_agree_with_print_are_not_reported() -> None:
    steps = DRAFT + REPORT + ADOPTED + ADOPTED.replace("A/66/PV.89", "at the meeting")
    assert _messages(meta=data(steps=steps)) == []
    assert _messages(after="", meta=data(steps=steps)) == []
    untagged = CLOSING.replace(" refersTo='#adoptionDate'", "")
    assert _messages(after=untagged) == []


@pytest.mark.parametrize("day", ["0001-01-01", "2011-02-30", "", "soon"])
def test_a_day_that_is_none_is_not_read(day: str) -> None:
    steps = ADOPTED.replace("2011-12-19", day)
    assert _messages(meta=data(steps=steps)) == []


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("", ()),
        ("Fiji", ("Fiji",)),
        ("Fiji and Peru", ("Fiji", "Peru")),
        (
            "Bolivia (Plurinational State of), Fiji, Iran (Islamic Republic of) and Peru",
            ("Bolivia (Plurinational State of)", "Fiji", "Iran (Islamic Republic of)", "Peru"),
        ),
        (
            "the Congo, Venezuela (Bolivarian Republic of) and Zimbabwe",
            ("the Congo", "Venezuela (Bolivarian Republic of)", "Zimbabwe"),
        ),
        (
            "Antigua and Barbuda, Bosnia and Herzegovina and Trinidad and Tobago",
            ("Antigua and Barbuda", "Bosnia and Herzegovina", "Trinidad and Tobago"),
        ),
        (
            "Sao Tome and Principe and United Kingdom of Great Britain and Northern Ireland",
            (
                "Sao Tome and Principe",
                "United Kingdom of Great Britain and Northern Ireland",
            ),
        ),
        ("Fiji, Peru, and Chad.", ("Fiji", "Peru", "Chad")),
        (
            "Guinea (on behalf of the members of the Group of 77 and China) and Peru",
            ("Guinea (on behalf of the members of the Group of 77 and China)", "Peru"),
        ),
        ("Fiji (on behalf of Chad, Niger and Mali), Peru", (
            "Fiji (on behalf of Chad, Niger and Mali)", "Peru",
        )),
        ("Bolivia (Plurinational State of, Fiji and Peru", (
            "Bolivia (Plurinational State of", "Fiji", "Peru",
        )),
        (
            "submitted by the Vice-Chair, Ana Poe (Peru) and on the basis of consultations",
            (),
        ),
        ("introduced in the Committee by the representative of Peru on behalf of the Bureau", ()),
        ("on the basis of the report of the Credentials Committee", ()),
        (",", (",",)),
    ],
)  # fmt: skip
def test_no_state_is_lost_or_divided(listed: str, names: tuple[str, ...]) -> None:
    assert names_in(listed) == names


def test_a_list_longer_than_any_is_kept_whole() -> None:
    assert len(names_in("Fiji, " * 20_000)) == 1
