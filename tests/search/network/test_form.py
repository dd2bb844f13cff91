"""An address of the network is read into one form, and what cannot be read is refused with why."""

import pytest
from django.http import QueryDict

from archive.parsing.symbols import Organ
from archive.search.form.periods import Period
from archive.search.form.reading import InvalidAddressError
from archive.search.network.form import read_network_params
from archive.search.network.params import NetworkParams


def _read(query: str) -> NetworkParams:
    return read_network_params(QueryDict(query))


def _reasons(query: str) -> dict[str, list[str]]:
    with pytest.raises(InvalidAddressError) as refused:
        _read(query)
    errors = refused.value.form.errors
    return {name: [str(reason) for reason in reasons] for name, reasons in errors.items()}


def test_nothing_asked_is_the_whole_network() -> None:
    assert _read("") == NetworkParams()
    assert _read("of=&organ=+&utm_source=mail") == NetworkParams()


def test_any_spelling_has_one_address() -> None:
    asked = _read(
        "to=2011-12-19&opening=Also+recalls&opening=calls+upon&organ=hrc&organ=ga&of=66/164"
    )
    assert asked == NetworkParams(
        of="A/RES/66/164",
        organs=(Organ.GA, Organ.HRC),
        openings=("call upon", "recall"),
        until=Period.read("2011-12-19"),
    )
    assert asked.query_string == (
        "of=A/RES/66/164&organ=GA&organ=HRC&opening=call+upon&opening=recall&to=2011-12-19"
    )
    assert _read(asked.query_string) == asked
    assert asked.is_written_as(asked.query_string)
    assert not asked.is_written_as("of=66/164")


@pytest.mark.parametrize(
    ("query", "field", "reason"),
    [
        ("of=nonsense", "of", "“nonsense” is not the symbol of a document"),
        ("organ=UNESCO", "organs", "“UNESCO” is none of the choices"),
        ("from=MMXI", "since", "“MMXI” is neither a year"),
        ("from=2011&to=1998", "until", "cannot end with 1998"),
        ("of=66/164&of=53/144", "of", "“of” is in the address more than once"),
        ("node=1&edge=2", "__all__", "The network has no parameters “edge”, “node”."),
        ("q=impunity", "__all__", "The network has no parameter “q”."),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    query: str, field: str, reason: str
) -> None:
    [found] = _reasons(query)[field]
    assert reason in found


def test_what_can_be_read_beside_it_is_kept() -> None:
    with pytest.raises(InvalidAddressError) as refused:
        _read("organ=GA&of=nonsense")
    assert refused.value.params == NetworkParams(organs=(Organ.GA,))
