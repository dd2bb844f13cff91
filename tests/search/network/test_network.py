"""What of a network is drawn: who recalls whom, the most recalled first, with every threshold."""

from collections.abc import Sequence
from typing import Any

import pytest

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form.periods import Period
from archive.search.matches.patience import SearchTooSlowError
from archive.search.network import network as module
from archive.search.network.network import Network, network
from archive.search.network.params import NetworkParams
from tests import factories as make
from tests.search.network.recalling import recalling

pytestmark = pytest.mark.django_db


@pytest.fixture
def series() -> dict[str, Resolution]:
    """The declaration, two later resolutions that recall it, and one of the Council between."""
    with make.catalogued_once():
        rows = {
            "53/144": make.adopted("A/RES/53/144", 1998),
            "13/13": make.adopted("A/HRC/RES/13/13", 2010),
            "66/164": make.adopted("A/RES/66/164", 2011),
            "68/181": make.adopted("A/RES/68/181", 2013),
        }
        recalling(rows["66/164"], rows["53/144"], rows["13/13"])
        recalling(rows["68/181"], rows["53/144"], opening="Reaffirms")
        recalling(rows["68/181"], rows["66/164"])
        recalling(rows["13/13"], rows["53/144"])
    return rows


def _network(of: Resolution | None = None, **params: Any) -> Network:
    return network(NetworkParams(of=of.symbol if of else "", **params), of=of)


def _pairs(found: Network) -> list[tuple[str, str]]:
    return [(one.citing.identity.short, one.cited.identity.short) for one in found.recalls]


def _drawn(found: Network) -> list[str]:
    return [one.identity.short for one in found.resolutions]


ALL = [
    ("13/13", "53/144"),
    ("66/164", "53/144"),
    ("66/164", "13/13"),
    ("68/181", "53/144"),
    ("68/181", "66/164"),
]


def test_a_small_archive_is_drawn_whole(series: dict[str, Resolution]) -> None:
    found = _network()
    assert _pairs(found) == ALL
    assert _drawn(found) == ["53/144", "13/13", "66/164", "68/181"]
    assert (found.recalls_count, found.resolutions_count, found.is_cut) == (5, 4, False)
    assert [one.is_held for one in found.resolutions] == [False, True, True, True]


def test_each_recall_has_its_places_in_reading_order(series: dict[str, Resolution]) -> None:
    recalling(series["68/181"], series["53/144"], opening="Welcomes")
    note = make.make_footnote(series["68/181"].texts.get().paragraphs.get(number=1), "53/144.")
    make.make_citation(note, "53/144", series["53/144"], opening="")
    [found] = [
        one
        for one in _network().recalls
        if (one.citing, one.cited) == (series["68/181"], series["53/144"])
    ]
    assert [(place.opening, place.name, place.anchor) for place in found.places] == [
        ("Reaffirms", "op. 1", "op1"),
        ("Welcomes", "op. 3", "op3"),
        ("", "note 1", "fn1"),
    ]
    assert found.openings == ("Reaffirms", "Welcomes")
    assert found.address == "/A/RES/68/181/#op1"
    recalling(series["68/181"], series["53/144"])
    assert _network().recalls[3].more_places_count == 1


def test_everything_is_chosen_as_what_is_narrowed_to_everything_is(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = _network()
    assert _network(organs=tuple(Organ)) == everything
    monkeypatch.setattr(module, "MOST_RESOLUTIONS", 3)
    monkeypatch.setattr(module, "MOST_RECALLED", 2)
    assert _network(organs=tuple(Organ)) == _network() != everything


def test_around_one_are_those_it_recalls_and_those_that_recall_it(
    series: dict[str, Resolution],
) -> None:
    found = _network(series["66/164"])
    assert _pairs(found) == [("66/164", "53/144"), ("66/164", "13/13"), ("68/181", "66/164")]
    assert found.of == series["66/164"]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"openings": ("reaffirm",)}, [("68/181", "53/144")]),
        ({"openings": ("reaffirm", "recall")}, ALL),
        ({"openings": ("deplore",)}, []),
        ({"organs": (Organ.GA,)}, [ALL[1], ALL[3], ALL[4]]),
        ({"organs": (Organ.HRC,)}, []),
        ({"since": Period.read("2010")}, [ALL[2], ALL[4]]),
        ({"until": Period.read("2011")}, ALL[:3]),
        ({"since": Period.read("2011"), "organs": (Organ.GA,)}, [ALL[4]]),
    ],
)
def test_filters_leave_what_both_ends_meet(
    series: dict[str, Resolution], params: dict[str, Any], expected: Sequence[tuple[str, str]]
) -> None:
    found = _network(**params)
    assert _pairs(found) == expected
    assert found.recalls_count == len(expected)


def test_filters_do_not_ask_the_one_they_are_around(series: dict[str, Resolution]) -> None:
    assert _pairs(_network(series["13/13"], organs=(Organ.GA,))) == [ALL[0], ALL[2]]
    assert _pairs(_network(series["53/144"], since=Period.read("2013"))) == [ALL[3]]


def test_openings_are_told_the_most_used_first(series: dict[str, Resolution]) -> None:
    assert _network().openings == ("recall", "reaffirm")


def test_a_withdrawn_text_neither_recalls_nor_is_recalled(series: dict[str, Resolution]) -> None:
    text = series["66/164"].texts.get()
    make.make_ingestion(text)
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    for found in (_network(), _network(organs=tuple(Organ))):
        assert _pairs(found) == [ALL[0], ALL[3]]
        assert (found.recalls_count, found.resolutions_count) == (2, 3)
    assert _pairs(_network(series["53/144"])) == [ALL[0], ALL[3]]


def test_an_opening_that_no_published_text_has_is_no_opening(series: dict[str, Resolution]) -> None:
    hidden = make.adopted("A/RES/70/161", 2015)
    recalling(hidden, series["53/144"], opening="Deploring")
    french = make.make_text(series["68/181"], language="fr")
    paragraph = make.make_paragraph(french, "Rappelle 53/144;", opening="Rappelle")
    make.make_citation(paragraph, "53/144", series["53/144"], opening="Rappelle")
    assert _network().openings == ("recall", "deplore", "reaffirm")
    make.make_ingestion(hidden.texts.get())
    withdraw(hidden.texts.get().pk, by=make.make_staff("publisher"), reason="A person is named.")
    assert _network().openings == ("recall", "reaffirm")


def test_the_whole_that_prints_a_cited_part_is_not_recalled(series: dict[str, Resolution]) -> None:
    whole = make.make_resolution("A/RES/45/58")
    paragraph = make.make_paragraph(series["66/164"].texts.get(), "Recalls 45/58 P;")
    make.make_citation(paragraph, "45/58", whole, of_whole=True)
    alone = make.make_paragraph(make.make_text(), "Recalls 45/58 P;")
    make.make_citation(alone, "45/58", whole, of_whole=True)
    own = make.make_paragraph(series["66/164"].texts.get(), "Recalls this 66/164;")
    make.make_citation(own, "66/164", series["66/164"])
    for found in (_network(), _network(organs=tuple(Organ))):
        assert _pairs(found) == ALL
        assert (found.recalls_count, found.resolutions_count) == (5, 4)


def test_too_many_leave_the_most_recalled_and_those_that_recall_them(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_RESOLUTIONS", 3)
    monkeypatch.setattr(module, "MOST_RECALLED", 2)
    found = _network()
    assert _drawn(found) == ["53/144", "13/13", "66/164"]
    assert (found.resolutions_count, found.recalls_count) == (4, 5)
    assert (found.most_recalled_count, found.least_received) == (2, 1)
    assert (found.others_count, found.least_given) == (1, 2)
    assert found.is_cut


def test_a_whole_makes_nobody_one_of_those_that_recall_most(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make.adopted("A/RES/60/1", 2005)
    recalling(other, series["53/144"])
    paragraph = make.make_paragraph(other.texts.get(), "Recalls 13/13 P;")
    make.make_citation(paragraph, "13/13", series["13/13"], of_whole=True)
    monkeypatch.setattr(module, "MOST_RESOLUTIONS", 3)
    monkeypatch.setattr(module, "MOST_RECALLED", 2)
    for found in (_network(), _network(organs=tuple(Organ))):
        assert _drawn(found) == ["53/144", "13/13", "66/164"]


def test_too_many_around_one_leave_those_that_the_archive_recalls_most(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_RESOLUTIONS", 3)
    found = _network(series["53/144"])
    assert _drawn(found) == ["53/144", "13/13", "66/164"]
    assert (found.most_recalled_count, found.least_received, found.resolutions_count) == (2, 1, 4)


def test_too_many_lines_leave_fewer_resolutions(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_RECALLS", 3)
    found = _network()
    assert len(found.recalls) <= 3
    assert found.is_cut
    kept = set(found.resolutions)
    assert all({one.citing, one.cited} <= kept for one in found.recalls)


def test_nothing_that_recalls_is_an_empty_network() -> None:
    alone = make.make_text(make.adopted("A/RES/66/164", 2011)).resolution
    assert _network() == Network(of=None)
    assert _network(alone) == Network(of=alone)


def test_a_draft_is_set_when_what_took_its_place_was_adopted(series: dict[str, Resolution]) -> None:
    draft = make.make_draft("A/C.3/66/L.29", adopted_as=series["66/164"])
    recalling(draft, series["53/144"])
    assert _drawn(_network()) == ["53/144", "13/13", "A/C.3/66/L.29", "66/164", "68/181"]


def test_what_takes_too_long_is_stopped(
    series: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.05)
    monkeypatch.setattr(module, "OPENINGS", "SELECT 'Recalling', 1 FROM pg_sleep(9)")
    with pytest.raises(SearchTooSlowError):
        _network()
