"""The whole archive can be taken away: a page that says what there is, and files as they lie."""

import io
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import extruct
import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries, Settings

from archive.dump import kept
from archive.dump.kept import make_present
from archive.ingest.publishing.withdrawal import withdraw
from archive.models import ArchiveVersion, Text
from tests import factories as make
from tests.web.markup import markup

pytestmark = pytest.mark.django_db

_MEDIA_TYPES = {
    "recalling.zip": "application/zip",
    "resolutions.jsonl": "application/jsonl",
    "citations.csv": "text/csv; charset=utf-8",
    "network.graphml": "application/graphml+xml",
    "codebook.md": "text/markdown; charset=utf-8",
    "datapackage.json": "application/json",
    "SHA256SUMS": "text/plain; charset=utf-8",
}


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def held() -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Calls upon all States to act;")
    return text


@pytest.fixture
def version(held: Text) -> str:
    """The version of the files that were made."""
    issue = make_present()
    assert issue
    return issue.version


def test_the_page_names_each_file_with_its_sum_and_the_version(
    client: Client, version: str
) -> None:
    page = markup(client.get("/data/").content)
    issue, files = page.one("main").every("dl")
    assert version in issue.words
    links = {link.words: link.attributes["href"] for link in files.every("a")}
    assert set(_MEDIA_TYPES) < set(links)
    said = dict(zip(links, files.every("dd"), strict=True))
    for name, address in links.items():
        digest = sha256(client.get(address).getvalue()).hexdigest()
        assert said[name].one("span").words == digest


def test_what_each_file_holds_is_said_in_the_language_of_the_page(
    client: Client, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with translation.override("ar"):
        monkeypatch.setattr("django.utils.translation._trans.gettext", "⟦{}⟧".format, raising=False)
        [files] = markup(client.get("/data/").content).one("main").every("dl")[1:]
    for holds in files.every("dd"):
        assert holds.tidy_words.startswith("⟦")
        assert not {"lang", "dir"} & set(holds.attributes)


def test_search_engines_of_data_read_what_the_files_are(client: Client, version: str) -> None:
    page = client.get("/data/").content.decode()
    [found] = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert (found["@type"], found["version"]) == ("Dataset", version)
    assert found["url"] == "http://testserver/data/"
    assert found["license"] == "http://testserver/about/#reuse"
    for file in found["distribution"]:
        content = client.get(file["contentUrl"]).getvalue()
        assert file["sha256"] == sha256(content).hexdigest()
        assert int(file["contentSize"]) == len(content)
    assert {file["name"] for file in found["distribution"]} > set(_MEDIA_TYPES)


@pytest.mark.parametrize(("name", "media_type"), _MEDIA_TYPES.items())
def test_a_file_is_sent_as_what_it_is_under_a_name_with_its_version(
    client: Client, version: str, *, name: str, media_type: str
) -> None:
    response = client.get(f"/data/files/{name}")
    content = response.getvalue()
    assert response.status_code == 200
    assert response["Content-Type"] == media_type
    assert response["Content-Length"] == str(len(content))
    stem, point, suffix = name.partition(".")
    named = f"{stem}-{version}.{suffix}" if point else name
    assert response["Content-Disposition"] == f'attachment; filename="{named}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Access-Control-Allow-Origin"] == "*"
    digest = sha256(content)
    assert response["ETag"] == f'"{digest.hexdigest()}"'
    assert response["Repr-Digest"] == f"sha-256=:{b64encode(digest.digest()).decode()}:"


def test_whoever_has_a_file_is_told_that_it_has_not_changed(
    client: Client, version: str, held: Text
) -> None:
    address = "/data/files/resolutions.jsonl"
    response = client.get(address)
    response.getvalue()
    again = client.get(address, headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make.make_paragraph(held, "Decides to remain seized of the matter.")
    make_present()
    changed = client.get(address, headers={"if-none-match": response["ETag"]})
    assert b"remain seized" in changed.getvalue()


def test_until_new_ones_are_made_the_last_ones_are_sent_as_what_they_are(
    client: Client, version: str
) -> None:
    assert markup(client.get("/data/").content).every(id="behind") == []
    ArchiveVersion.objects.grow()
    page = client.get("/data/")
    assert version in page.content.decode()
    assert markup(page.content).one(id="behind").words
    response = client.get("/data/files/recalling.zip")
    assert response.getvalue()
    assert f"recalling-{version}.zip" in response["Content-Disposition"]
    make_present()
    again = client.get("/data/", headers={"if-none-match": page["ETag"]})
    assert again.status_code == 200
    assert markup(again.content).every(id="behind") == []


def test_any_page_on_the_web_may_read_every_answer(client: Client, version: str) -> None:
    address = "/data/files/resolutions.jsonl"
    response = client.get(address)
    response.getvalue()
    unchanged = client.get(address, headers={"if-none-match": response["ETag"]})
    assert unchanged.status_code == 304
    for name in ("ETag", "Cache-Control"):
        assert unchanged[name] == response[name]
    answers = {
        200: response,
        204: client.options(address),
        304: unchanged,
        404: client.get("/data/files/x.csv"),
        405: client.post(address),
        416: client.get(address, headers={"range": "bytes=999999-"}),
    }
    assert {status: one.status_code for status, one in answers.items()} == {
        one: one for one in answers
    }
    assert {one["Access-Control-Allow-Origin"] for one in answers.values()} == {"*"}


def test_a_download_that_broke_off_goes_on_where_it_ended(client: Client, version: str) -> None:
    address = "/data/files/resolutions.jsonl"
    response = client.get(address)
    whole = response.getvalue()
    asked = {"range": "bytes=100-", "if-range": response["ETag"], "accept-encoding": "gzip"}
    rest = client.get(address, headers=asked)
    assert (rest.status_code, rest.getvalue()) == (206, whole[100:])
    assert rest["Content-Range"] == f"bytes 100-{len(whole) - 1}/{len(whole)}"
    assert rest["Content-Length"] == str(len(whole) - 100)
    assert rest["ETag"] == response["ETag"]
    assert rest["Content-Disposition"] == response["Content-Disposition"]


def test_what_lies_after_the_end_cannot_be_sent(client: Client, version: str) -> None:
    response = client.get("/data/files/codebook.md", headers={"range": "bytes=999999-"})
    assert response.status_code == 416
    size = len(client.get("/data/files/codebook.md").getvalue())
    assert response["Content-Range"] == f"bytes */{size}"


def test_a_file_is_sent_with_its_length_and_digest_even_where_answers_are_compressed(
    client: Client, version: str
) -> None:
    response = client.get("/data/files/resolutions.jsonl", headers={"accept-encoding": "gzip"})
    content = response.getvalue()
    assert not response.has_header("Content-Encoding")
    assert response["Content-Length"] == str(len(content))
    assert response["ETag"] == f'"{sha256(content).hexdigest()}"'


def test_what_a_file_would_be_is_told_without_it(client: Client, version: str) -> None:
    response = client.head("/data/files/recalling.zip")
    assert int(response["Content-Length"]) > 0
    assert response.getvalue() == b""


@pytest.mark.parametrize("name", ["kept.json", "sources", "x.csv", "..", "making.lock", "%2e%2e/"])
def test_nothing_else_can_be_taken(client: Client, version: str, name: str) -> None:
    assert client.get(f"/data/files/{name}").status_code == 404


def test_until_the_files_are_made_a_visitor_is_asked_to_come_back(
    client: Client, held: Text
) -> None:
    response = client.get("/data/files/recalling.zip")
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "being made anew" in response.content.decode()
    page = client.get("/data/")
    assert page.status_code == 200
    assert "being made anew" in markup(page.content).one("main").tidy_words


def test_the_page_changes_when_the_files_are_made(client: Client, held: Text) -> None:
    before = client.get("/data/")["ETag"]
    assert client.get("/data/", headers={"if-none-match": before}).status_code == 304
    make_present()
    assert client.get("/data/", headers={"if-none-match": before}).status_code == 200


def test_files_with_words_that_were_withdrawn_are_never_sent(
    client: Client, version: str, held: Text
) -> None:
    address = "/data/files/recalling.zip"
    with ZipFile(io.BytesIO(client.get(address).getvalue())) as whole:
        assert b"Calls upon" in whole.read("recalling/resolutions.jsonl")
    withdraw(held.pk, by=make.make_staff("publisher"), reason="Private.")
    assert client.get(address).status_code == 503
    make_present()
    with ZipFile(io.BytesIO(client.get(address).getvalue())) as whole:
        assert not any(b"Calls upon" in whole.read(name) for name in whole.namelist())


def test_a_file_that_goes_while_it_is_asked_for_is_being_made(
    client: Client, version: str, data_folder: Path
) -> None:
    next(data_folder.glob(f"dumps/*/{kept.WHOLE}")).unlink()
    assert client.get("/data/files/recalling.zip").status_code == 503


def test_the_page_asks_little(
    client: Client, version: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get("/data/")
