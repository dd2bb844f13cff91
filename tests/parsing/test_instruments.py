"""Instruments cited by name, and the table that says what contains them."""

import pytest

from archive.parsing.citation_names import named_in
from archive.parsing.instruments import INSTRUMENTS, Instrument
from archive.parsing.symbols import Symbol

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
]


@pytest.mark.parametrize(("text", "target", "pinpoint"), BY_NAME)
def test_an_instrument_is_cited_by_name(text: str, target: str, pinpoint: str | None) -> None:
    (found,) = named_in(text)
    assert (found.target, found.pinpoint, found.by_name) == (target, pinpoint, True)
    assert text[found.start : found.end] in text


@pytest.mark.parametrize(
    "text",
    [
        "the Declaration",
        "the Optional Protocol to the Convention on the Rights of the Child on sale",
        "the Committee on the Rights of the Child",
        "the Paris Principlesque",
        "United Nations, Treaty Series, vol. 999, No. 146680.",
        "United Nations, Treaty Series, vol. 2, No. 2.",
    ],
)
def test_other_words_name_no_instrument(text: str) -> None:
    assert named_in(text) == []


def test_the_longer_name_wins() -> None:
    name = (
        "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading"
        " Treatment or Punishment"
    )
    (found,) = named_in(f"Recalling the {name},")
    assert (found.target, found.end - found.start) == ("A/RES/57/199", len(name))


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda one: one.names[0][:40])
def test_each_entry_has_a_canonical_symbol_and_evidence(instrument: Instrument) -> None:
    assert str(Symbol.read(instrument.target)) == instrument.target
    assert "/" in instrument.evidence or "resolution" in instrument.evidence


def test_no_name_and_no_treaty_is_given_twice() -> None:
    names = [name for instrument in INSTRUMENTS for name in instrument.names]
    treaties = [instrument.treaty for instrument in INSTRUMENTS if instrument.treaty]
    assert len(names) == len(set(names))
    assert len(treaties) == len(set(treaties))


@pytest.mark.parametrize(
    ("words", "place"), [(name, one.pinpoint) for one in INSTRUMENTS for name in one.names]
)
def test_every_name_in_the_table_is_found(words: str, place: str | None) -> None:
    (found,) = named_in(f"Recalling the {words}, and")
    assert (found.end - found.start, found.pinpoint) == (len(words), place)
