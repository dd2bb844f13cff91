"""A series as CSV and JSON: every lineage, and what each text did with it."""

import csv
from io import StringIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Series, Text
from archive.web.series import files
from tests import factories as make
from tests.lineages import join, make_defenders, make_series, pair_parts

pytestmark = pytest.mark.django_db

CSV, JSON = "/series/human-rights-defenders.csv", "/series/human-rights-defenders.json"


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """The series on human rights defenders, made by hand."""
    make_defenders()


def test_csv_has_a_row_for_each_lineage_and_a_column_for_each_text(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):
        response = client.get(f"{CSV}?organ=GA&stage=adopted")
    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Disposition"] == (
        'attachment; filename="series-human-rights-defenders.csv"'
    )
    assert len(rows) == 3
    assert [row["part"] for row in rows] == ["preambular", "operative", "operative"]
    assert rows[1] == {
        "lineage": "A/RES/56/163/op1",
        "part": "operative",
        "opening": "Calls upon",
        "first_use": "A/RES/56/163",
        "may_be_older": "no",
        "last_use": "A/RES/66/164",
        "wording": "Calls upon States to register freely;",
        "url": "http://testserver/lineage/A/RES/56/163/op1/",
        "A/RES/56/163": "new: op. 1",
        "A/RES/58/178": "kept: op. 1",
        "A/RES/62/152": "reworded: op. 1",
        "A/RES/66/164": "reworded: op. 1",
    }
    assert rows[2]["A/RES/58/178"] == "dropped"


def test_json_has_members_texts_and_lineages(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):
        told = client.get(f"{JSON}?opening=urge").json()
    assert told["version"] == 1
    assert told["parameters"]["opening"] == ["urge"]
    assert [one["is_held"] for one in told["members"]] == [True] * 5 + [True, False]
    assert told["members"][-1]["reason"] == "A fact says that A/RES/70/161 is of it."
    assert told["texts"][-1] == "A/C.3/70/L.46"
    [lineage] = told["lineages"]
    assert lineage["url"] == "http://testserver/lineage/A/HRC/RES/13/13/op1/"
    assert [one["state"] for one in lineage["texts"]].count("absent") == 5
    [there] = [one for one in lineage["texts"] if one["anchors"]]
    assert (there["symbol"], there["openings"], there["fates"]) == (
        "A/HRC/RES/13/13",
        ["Urges"],
        ["new"],
    )


def test_files_say_which_texts_are_not_held_and_what_may_be_older_for_it(client: Client) -> None:
    series = Series.objects.get(slug="human-rights-defenders")
    join(series, make.adopted("A/RES/64/163", 2009), make.adopted("A/RES/78/216", 2023))
    told = client.get(JSON).json()
    assert told["not_held"] == ["A/RES/64/163"]
    older = {one["lineage"] for one in told["lineages"] if one["may_be_older"]}
    assert older == {"A/HRC/RES/13/13/op1"}
    rows = list(csv.DictReader(StringIO(client.get(CSV).content.decode("utf-8-sig"))))
    assert {row["lineage"] for row in rows if row["may_be_older"] == "yes"} == older
    told = client.get(f"{JSON}?organ=HRC").json()
    assert (told["not_held"], told["lineages"][0]["may_be_older"]) == ([], False)


def test_files_are_whole_and_have_one_address(client: Client) -> None:
    assert client.get(f"{CSV}?page=2")["Location"] == CSV
    assert client.get("/series/HUMAN-rights-defenders.json")["Location"] == JSON


@pytest.mark.parametrize(
    ("query", "happened", "parameter"),
    [("?from=soon", "“soon” is neither a year", "from"), ("?of=A/RES/1/1", "“of”", "")],
)
def test_what_cannot_be_read_is_told_with_its_reason(
    client: Client, query: str, happened: str, parameter: str
) -> None:
    told = client.get(f"{JSON}{query}")
    assert told.status_code == 400
    [error] = told.json()["errors"]
    assert happened in error["detail"]
    assert error["parameter"] == parameter
    plain = client.get(f"{CSV}{query}")
    assert (plain.status_code, plain["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert happened in plain.content.decode()


def test_nothing_is_left_out_of_a_file_unsaid(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_TEXTS", 3)
    response = client.get(CSV)
    assert response.status_code == 400
    assert response.content.decode().splitlines() == [
        "This series has 6 texts; a file holds 3.",
        "Choose years with “from” and “to”.",
    ]
    assert client.get(f"{CSV}?to=2007").status_code == 200


def test_a_file_of_too_many_cells_is_refused_before_they_are_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_CELLS", 29)
    response = client.get(CSV)
    assert response.status_code == 400
    assert response.content.decode().splitlines() == [
        "These are 5 lineages through 6 texts; a file holds 29 cells.",
        "Choose years with “from” and “to”, or an organ with “organ”.",
    ]
    assert client.get(f"{JSON}?organ=HRC").status_code == 200


def test_merged_words_are_told_with_the_paragraphs_that_have_them(client: Client) -> None:
    texts = [Text.objects.get(resolution__symbol=f"A/RES/{one}") for one in ("56/163", "58/178")]
    pair_parts(*texts, op2="op1", fate="merged")
    rows = list(csv.DictReader(StringIO(client.get(CSV).content.decode("utf-8-sig"))))
    assert rows[2]["A/RES/58/178"] == "merged: op. 1"
    told = client.get(JSON).json()["lineages"][2]["texts"][1]
    assert told == {
        "symbol": "A/RES/58/178",
        "state": "merged",
        "fates": [],
        "anchors": ["op1"],
        "openings": [],
    }


def test_a_part_of_another_paragraph_is_split_off_and_not_new(client: Client) -> None:
    place = Text.objects.get(resolution__symbol="A/HRC/RES/13/13").paragraphs.get().lineage_place
    before = Text.objects.get(resolution__symbol="A/RES/62/152").paragraphs.get()
    type(place).objects.filter(pk=place.pk).update(fate="split", before=before, likeness=0.5)
    [lineage] = client.get(f"{JSON}?opening=urge").json()["lineages"]
    assert [one["state"] for one in lineage["texts"]].count("split") == 1
    assert "new" not in [one["state"] for one in lineage["texts"]]


def test_the_list_of_series_is_there_for_programs(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_series("empty")
    with django_assert_num_queries(2):
        told = client.get("/series.json").json()
    assert told == {
        "version": 1,
        "url": "http://testserver/series/",
        "series": [
            {
                "slug": "human-rights-defenders",
                "title": "Human rights defenders",
                "url": "http://testserver/series/human-rights-defenders/",
                "members_count": 7,
                "held_count": 6,
                "json": "http://testserver/series/human-rights-defenders.json",
            }
        ],
    }
    assert client.get("/series.json?page=2")["Location"] == "/series.json"


def test_a_series_nobody_knows_is_no_file(client: Client) -> None:
    assert client.get("/series/nothing.json")["Content-Type"] == "application/problem+json"
    assert client.get("/series/nothing.csv").status_code == 404
