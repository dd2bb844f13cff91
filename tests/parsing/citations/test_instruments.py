"""Instruments cited by name, and the table that says what contains them."""

from datetime import date

import pytest

from archive.parsing.citations.instruments import INSTRUMENTS, Instrument, Name, read_instruments
from archive.parsing.citations.names import named_in
from archive.parsing.citations.words import even
from archive.parsing.symbols import SymbolError

BY_NAME = [
    ("the Declaration on Human Rights Defenders", "A/RES/53/144", "annex"),
    ("the Universal Declaration of Human Rights,", "A/RES/217A(III)", None),
    ("the International Covenants on Human Rights", "A/RES/2200A(XXI)", "annex"),
    ("the 2030 Agenda for Sustainable Development", "A/RES/70/1", None),
    ("(the Paris Principles)", "A/RES/48/134", "annex"),
    ("the Guiding Principles on Business and Human Rights", "A/HRC/17/31", "annex"),
    (
        "article 4 of the International Covenant on Civil and Political Rights",
        "A/RES/2200A(XXI)",
        "article 4",
    ),
    ("United Nations, Treaty Series, vol. 999, No. 14668.", "A/RES/2200A(XXI)", "annex"),
    ("Ibid., vol. 1249, No. 20378.", "A/RES/34/180", "annex"),
    ("the Charter of Economic Rights and Duties of States", "A/RES/3281(XXIX)", None),
    (
        (
            "the revised Programme of Action for the Third Decade to Combat Racism and Racial"
            " Discrimination"
        ),
        "A/RES/49/146",
        "annex",
    ),
]


@pytest.mark.parametrize(("text", "target", "pinpoint"), BY_NAME)
def test_an_instrument_is_cited_by_name(text: str, target: str, pinpoint: str | None) -> None:
    (found,) = named_in(text)
    assert (found.target, found.pinpoint, found.by_name) == (target, pinpoint, True)
    assert text[found.start : found.end] in text


def test_an_action_plan_is_cited_beside_the_declaration_in_its_name() -> None:
    found = named_in(
        "the Action Plan for the Implementation of the Declaration on the Guiding Principles of"
        " Drug Demand Reduction and the Action Plan against Illicit Manufacture"
    )
    assert [one.target for one in found] == ["A/RES/54/132", "A/RES/S-20/3"]


def test_a_name_is_known_in_the_older_spelling() -> None:
    (found,) = named_in(
        "the Declaration on Principles of International Law concerning Friendly Relations and"
        " Co-operation among States in accordance with the Charter of the United Nations,"
    )
    assert found.target == "A/RES/2625(XXV)"


@pytest.mark.parametrize(
    "text",
    [
        "the Declaration",
        "the Optional Protocol to the Convention on the Rights of the Child on the sale of arms",
        "the Committee on the Rights of the Child",
        "the Paris Principlesque",
        "the non-Paris Principles",
        "the final text of the draft United Nations Convention against Corruption",
        "local Agenda 21 programmes",
        "United Nations, Treaty Series, vol. 999, No. 146680.",
        "United Nations, Treaty Series, vol. 2, No. 2.",
        "the Vienna Declaration",
        "the Inter-American Convention against Corruption",
        "the European Convention against Torture",
    ],
)
def test_other_words_name_no_instrument(text: str) -> None:
    assert named_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the Conference of the Parties to the United Nations Convention against Corruption",
        "the Conference of States Parties to the Convention on the Rights of the Child",
        (
            "the 2005 Review Conference of the Parties to the Treaty on the Non-Proliferation of"
            " Nuclear Weapons"
        ),
        (
            "the Special Committee on the Situation with regard to the Implementation of the"
            " Declaration on the Granting of Independence to Colonial Countries and Peoples"
        ),
        (
            "the Intergovernmental Working Group on the Effective Implementation of the Durban"
            " Declaration and Programme of Action"
        ),
        "the Global Programme for the Implementation of the Kyoto Protocol",
    ],
)
def test_the_name_of_a_body_cites_nothing(text: str) -> None:
    assert named_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "States parties to the Convention on the Rights of the Child",
        "Convention on the Rights of the Child",
        "the adoption by the General Assembly of the Convention on the Rights of the Child",
        "the United Nations Declaration on the Right to Development",
        "It ended. Convention on the Rights of the Child",
        "(Convention on the Rights of the Child)",
    ],
)
def test_words_around_a_name_that_are_no_part_of_it_leave_it(text: str) -> None:
    assert len(named_in(text)) == 1


def test_a_name_that_means_an_instrument_only_before_others_needs_them() -> None:
    programme = "the Vienna Programme of Action for Landlocked Developing Countries"
    declaration, _ = named_in(f"Recalling the Vienna Declaration, {programme},")
    assert (declaration.target, declaration.pinpoint) == ("A/RES/69/137", "annex I")


@pytest.mark.parametrize(
    ("day", "count"), [(date(2015, 12, 11), 0), (date(2015, 12, 12), 1), (None, 1)]
)
def test_an_instrument_adopted_after_the_text_is_not_the_one_it_names(
    day: date | None, count: int
) -> None:
    assert len(named_in("the Paris Agreement", upto=day)) == count


def test_the_longer_name_wins() -> None:
    name = (
        "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading"
        " Treatment or Punishment"
    )
    (found,) = named_in(f"Recalling the {name},")
    assert (found.target, found.end - found.start) == ("A/RES/57/199", len(name))


def test_a_table_is_read_entry_by_entry() -> None:
    table = (
        "# A comment.\n\nA/RES/900/1 A, annex, sect. I\nadopted 1 February 2099\n"
        "treaty vol. 1, No. 22\n= Charter of Birds\n= Bird Charter … , the Nest Protocol\n"
        "= Charter … and the Nests\n"
        "evidence note 1\n\nA/900/2\n= Nest Protocol\nevidence note 2\n"
    )
    first, second = read_instruments(table)
    assert first == Instrument(
        names=(
            Name(words="Charter of Birds"),
            Name(words="Bird Charter", before=", the Nest Protocol"),
            Name(words="Charter", before=" and the Nests"),
        ),
        target="A/RES/900/1A",
        pinpoint="annex, sect. I",
        evidence="note 1",
        adopted_on=date(2099, 2, 1),
        treaty=(1, 22),
    )
    assert (second.target, second.pinpoint, second.adopted_on) == ("A/900/2", None, None)


def test_a_table_with_an_entry_that_is_no_symbol_is_refused() -> None:
    with pytest.raises(SymbolError, match="Charter"):
        list(read_instruments("Charter\nevidence none\n"))


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.names[0].words[:40])
def test_each_entry_has_evidence_that_names_a_document(instrument: Instrument) -> None:
    assert "/" in instrument.evidence or "resolution" in instrument.evidence


def test_no_name_and_no_treaty_is_given_twice() -> None:
    names = [name for instrument in INSTRUMENTS for name in instrument.names]
    treaties = [instrument.treaty for instrument in INSTRUMENTS if instrument.treaty]
    assert len(names) == len(set(names))
    assert len(treaties) == len(set(treaties))


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.names[0].words[:40])
def test_every_name_in_the_table_is_found(instrument: Instrument) -> None:
    for name in instrument.names:
        found = named_in(even(f"Recalling the {name.words}{name.before}, and"))[0]
        assert (found.end - found.start, found.target) == (len(name.words), instrument.target)
        assert found.pinpoint == instrument.pinpoint


REPORT = (
    "Report of the Second World Assembly on Ageing, Madrid, 8–12 April 2002 (United Nations"
    " publication, Sales No. E.02.IV.4{more}), chap. I, resolution 1, annex II."
)


@pytest.mark.parametrize("more", ["", " and corrigendum", " and corrigenda"])
def test_a_report_is_cited_by_its_sales_number(more: str) -> None:
    text = REPORT.format(more=more)
    (found,) = named_in(text)
    assert (found.target, found.pinpoint) == ("A/CONF.197/9", "chap. I, resolution 1, annex II")
    assert text[found.start : found.end] == text[text.index("United Nations pub") : -1]


def test_a_report_without_a_place_ends_with_its_number() -> None:
    text = "A report (United Nations publication, Sales No. E.02.IV.4)."
    (found,) = named_in(text)
    assert (text[found.end :], found.pinpoint) == (").", None)


def test_a_report_that_the_table_does_not_have_is_left_out() -> None:
    assert named_in("(United Nations publication, Sales No. E.99.IX.99), chap. I") == []
