"""The pages of batches: how far each file has come, and what is to be known of it."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reportlab.pdfgen.canvas import Canvas

from archive.ingest.intake import claims
from archive.ingest.intake.limits import MOST_BYTES
from archive.models import Batch, Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.intake.files import TEXT, address_of, bring_batch, upload, zip_of
from tests.ingest.intake.working import work

pytestmark = pytest.mark.django_db


def _page(client: Client, batch: Batch) -> str:
    response = client.get(address_of(batch))
    assert response.status_code == HTTPStatus.OK
    return str(response.content.decode())


def _pdf(folder: str) -> bytes:
    path = f"{folder}/one.pdf"
    canvas = Canvas(path)
    canvas.drawString(72, 720, "The General Assembly,")
    canvas.save()
    with open(path, "rb") as file:  # noqa: PTH123 a path that a library wrote
        return file.read()


PAGE_WITH_A_SCRIPT = (
    b"<!doctype html><html><head><title>Not a resolution</title></head><body>"
    b"<script>alert('read me')</script><p>Words.</p></body></html>"
)
#: Files that come to no good, and what is said of those that are not even taken in.
NO_GOOD = {
    "21-megabytes.pdf": "It has 21,000,005 bytes, and a file may have 20,000,000;",
    "bomb.zip": "Unpacked it has 220,000,000 bytes;",
    "empty.txt": "It is empty; get the file again.",
    "picture.png": "Its format, PNG picture, is not read;",
}


def test_every_file_that_comes_to_no_good_is_explained_and_stops_no_other(
    editor_client: Client, tmp_path: object
) -> None:
    batch = bring_batch(
        editor_client,
        upload("corrupted.pdf", _pdf(str(tmp_path))[:300]),
        upload("21-megabytes.pdf", b"%PDF-" + b"0" * (MOST_BYTES + 1_000_000)),
        upload("bomb.zip", zip_of({f"{n}.txt": b"0" * MOST_BYTES for n in range(11)})),
        upload("script.html", PAGE_WITH_A_SCRIPT),
        upload("empty.txt", b""),
        upload("picture.png", b"\x89PNG\r\n\x1a\n" + b"0" * 100),
        upload("sound.txt", TEXT),
    )
    work()
    page = _page(editor_client, batch)
    assert [said for said in NO_GOOD.values() if said not in page] == []
    states = {file.name: _state(file.ingestion) for file in batch.files.all()}
    failed = {"corrupted.pdf": "failed", "script.html": "failed"}
    assert states == {**dict.fromkeys(NO_GOOD, "refused"), **failed, "sound.txt": "parsed"}
    for one in Ingestion.objects.filter(state="failed"):
        assert one.failure.endswith(".")
        assert one.failure.split("“")[0] in page
    assert "alert(" not in page


def _state(ingestion: Ingestion | None) -> str:
    return ingestion.state if ingestion else "refused"


def test_a_file_that_prints_another_symbol_than_was_typed_needs_attention_and_names_both(
    editor_client: Client,
) -> None:
    batch = bring_batch(editor_client, upload(), given_symbol="A/RES/68/181")
    work()
    [ingestion] = Ingestion.objects.all()
    assert ingestion.state == "needs_attention"
    page = _page(editor_client, batch)
    assert (
        "Whoever brought the file says that it is A/RES/68/181; it prints A/RES/66/164 as its own"
    ) in page


def test_what_was_left_out_of_a_zip_archive_is_said_and_is_no_file(editor_client: Client) -> None:
    packed = zip_of(
        {"66-164.txt": TEXT, "__MACOSX/._66-164.txt": b"\0\5\26\7", "<b>.DS_Store/": b""}
    )
    batch = bring_batch(editor_client, upload("mac.zip", packed))
    assert [file.name for file in batch.files.all()] == ["mac.zip/66-164.txt"]
    page = _page(editor_client, batch)
    assert "“mac.zip/__MACOSX/._66-164.txt”, “mac.zip/&lt;b&gt;.DS_Store”." in page
    assert "Left out" not in _page(editor_client, bring_batch(editor_client, upload()))


def test_html_with_a_script_is_read_without_it(editor_client: Client) -> None:
    lines = "".join(f"<p>{line}</p>" for line in build.resolution_text().split("\n") if line)
    html = f"<!doctype html><html><body><script>alert('x')</script>{lines}</body></html>"
    batch = bring_batch(editor_client, upload("66-164.html", html.encode()))
    work()
    [file] = batch.files.all()
    assert file.ingestion is not None
    assert file.ingestion.parse_result is not None
    assert file.ingestion.parse_result["paragraphs"]
    assert "alert(" not in str(file.ingestion.parse_result["paragraphs"])
    assert "alert(" not in _page(editor_client, batch)


def test_a_file_without_a_symbol_needs_attention_and_says_so(editor_client: Client) -> None:
    batch = bring_batch(editor_client, upload(content=build.nameless_text().encode()))
    work()
    assert "It prints no symbol" in _page(editor_client, batch)


def test_a_file_that_only_its_bringer_gives_a_symbol_says_so(editor_client: Client) -> None:
    nameless = upload(content=build.nameless_text().encode())
    batch = bring_batch(editor_client, nameless, given_symbol="A/RES/62/152")
    work()
    page = _page(editor_client, batch)
    assert '<td>A/RES/62/152 <span class="quiet">as given</span></td>' in page
    assert "It prints no symbol; what whoever brought it says takes evidence" in page


def test_a_file_that_is_published_has_the_symbol_of_its_text(editor_client: Client) -> None:
    text = make.make_text(make.make_resolution("A/RES/62/152"))
    batch = make.make_batch_file(ingestion=make.make_ingestion(text)).batch
    assert "<td>A/RES/62/152</td>" in _page(editor_client, batch)


def test_a_file_of_a_symbol_that_is_held_needs_attention_and_its_page_says_why(
    editor_client: Client,
) -> None:
    make.make_text(make.make_resolution("A/RES/66/164"))
    batch = bring_batch(editor_client, upload())
    work()
    assert "It cannot be published as it is; its own page says why." in _page(editor_client, batch)


def test_a_symbol_that_a_person_set_is_shown_in_the_place_of_the_printed_one(
    editor_client: Client,
) -> None:
    batch = bring_batch(editor_client, upload())
    work()
    assert "<td>A/RES/66/164</td>" in _page(editor_client, batch)
    make.make_correction(
        Ingestion.objects.get(),
        action="set_fact",
        where="masthead.symbol",
        before="A/RES/66/164",
        after="A/RES/66/165",
        evidence="the printed volume",
    )
    assert "<td>A/RES/66/165</td>" in _page(editor_client, batch)


def test_while_files_wait_the_page_asks_again_by_itself_unless_it_is_kept_still(
    editor_client: Client,
) -> None:
    batch = bring_batch(editor_client, upload())
    response = editor_client.get(address_of(batch))
    assert response["Refresh"] == "4"
    assert 'href="?still=1"' in response.content.decode()
    still = editor_client.get(address_of(batch), {"still": "1"})
    assert "Refresh" not in still
    work()
    assert "Refresh" not in editor_client.get(address_of(batch))


def test_where_no_worker_runs_the_page_says_so(editor_client: Client) -> None:
    batch = bring_batch(editor_client, upload())
    assert "No worker runs" in _page(editor_client, batch)
    with claims.at_work():
        assert "No worker runs" not in _page(editor_client, batch)


def test_the_states_are_counted_at_the_top_with_what_needs_a_person_first(
    editor_client: Client,
) -> None:
    batch = bring_batch(
        editor_client,
        upload("a.txt"),
        upload("b.txt", b""),
        upload("c.txt", build.nameless_text().encode()),
    )
    work()
    page = _page(editor_client, batch)
    places = [page.index(words) for words in ("3 files", "Needs attention: 1", "Not taken in: 1")]
    assert places == sorted(places)
    assert page.index("Not taken in: 1") < page.index("Parsed: 1")


def test_each_file_leads_to_its_ingestion(editor_client: Client) -> None:
    batch = bring_batch(editor_client, upload())
    address = reverse("admin:archive_ingestion_change", args=[Ingestion.objects.get().pk])
    assert f'href="{address}">66-164.txt</a>' in _page(editor_client, batch)


def test_of_many_warnings_the_page_says_the_first_and_how_many_more(editor: User) -> None:
    warnings = [{"code": "number_gap", "message": f"Gap {n}.", "where": "op1"} for n in range(9)]
    ingestion = make.make_ingestion(
        make.make_text(), state="needs_attention", warnings=warnings, published_revision=None
    )
    client = Client()
    client.force_login(editor)
    page = _page(client, make.make_batch_file(ingestion=ingestion).batch)
    assert "Gap 1." in page
    assert "and 6 more" in page
    assert "Gap 5." not in page


def test_a_reader_may_look_and_is_not_asked_to_bring_more(client: Client) -> None:
    client.force_login(make.make_staff("reader"))
    page = _page(client, make.make_batch_file().batch)
    assert "Bring more files" not in page


def test_staff_without_the_permission_see_no_batch(client: Client) -> None:
    batch = make.make_batch_file().batch
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert client.get(address_of(batch)).status_code == HTTPStatus.FORBIDDEN
    assert client.get(reverse("admin:archive_batch_changelist")).status_code == HTTPStatus.FORBIDDEN


def test_a_batch_that_is_not_there_is_not_found(editor_client: Client) -> None:
    assert editor_client.get(address_of(Batch(pk=99))).status_code == HTTPStatus.NOT_FOUND


def test_nothing_can_be_posted_to_a_batch(editor_client: Client) -> None:
    batch = make.make_batch_file().batch
    assert editor_client.post(address_of(batch)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == HTTPStatus.OK
    return len(asked)


def test_a_batch_takes_as_many_queries_whatever_the_number_of_its_files(
    editor_client: Client,
) -> None:
    batch = make.make_batch_file(ingestion=make.make_waiting()).batch
    few = _queries(editor_client, address_of(batch))
    for _ in range(20):
        make.make_batch_file(batch, ingestion=make.make_waiting())
    assert _queries(editor_client, address_of(batch)) == few <= 8


def test_the_list_counts_the_files_of_each_batch_by_what_is_to_be_done(
    editor_client: Client,
) -> None:
    batch = make.make_batch_file().batch
    failed = {"state": "failed", "failure": "Damaged.", "failure_code": "damaged_file"}
    parsed = {"state": "needs_attention", "parse_result": {}, "parser_version": "2"}
    for fields in ({"state": "queued"}, failed, parsed):
        make.make_batch_file(batch, ingestion=make.make_waiting(**fields))
    address = reverse("admin:archive_batch_changelist")
    page = editor_client.get(address, {"q": "sent.pdf"}).content.decode()
    told = [f'<td class="field-{name}">{count}</td>' for name, count in _COUNTS.items()]
    assert [one for one in told if one not in page] == []


_COUNTS = {"all_files": 4, "waiting": 1, "attention": 1, "unread": 2}


def test_the_list_takes_as_many_queries_whatever_the_number_of_batches(
    editor_client: Client,
) -> None:
    address = reverse("admin:archive_batch_changelist")
    make.make_batch_file()
    few = _queries(editor_client, address)
    for _ in range(5):
        make.make_batch_file()
    assert _queries(editor_client, address) == few <= 10
