"""The page on which staff bring files: what it takes in, what it refuses and how it says so."""

import hashlib
import threading
from collections.abc import Callable
from contextlib import closing
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.models import Batch, BatchFile, Ingestion, SourceFile
from tests import factories as make
from tests.admin.intake.files import TEXT, bring, bring_batch, upload, zip_of

pytestmark = pytest.mark.django_db


def _address() -> str:
    return reverse("admin:archive_ingestion_add")


def test_an_editor_brings_a_file_and_its_bytes_are_kept_as_received(
    editor_client: Client, editor: User
) -> None:
    batch = bring_batch(editor_client, upload(), received_from="a library in Geneva")
    [source_file] = SourceFile.objects.all()
    assert bytes(source_file.content) == TEXT
    assert source_file.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert (source_file.size_bytes, source_file.name) == (len(TEXT), "66-164.txt")
    assert (source_file.received_by, source_file.media_type) == (editor, "text/plain")
    assert source_file.received_from == batch.received_from == "a library in Geneva"
    [ingestion] = source_file.ingestions.all()
    assert (ingestion.state, ingestion.requested_by) == ("queued", editor)
    [file] = batch.files.all()
    assert (file.ingestion, file.was_known, file.refusal) == (ingestion, False, "")
    assert batch.uploaded_by == editor


def test_many_files_are_one_batch_in_their_order(editor_client: Client) -> None:
    names = ["b.txt", "a.txt", "c.html"]
    files = [upload(name, TEXT + name.encode()) for name in names]
    batch = bring_batch(editor_client, *files)
    assert [file.name for file in batch.files.order_by("position")] == names
    assert Ingestion.objects.waiting().count() == 3


def test_a_pasted_text_is_kept_to_the_letter(editor_client: Client) -> None:
    pasted = "  \tThe General Assembly,\r\n\r\n\t“Recalling” …\r\n  "
    batch = bring_batch(editor_client, pasted=pasted)
    [file] = batch.files.all()
    assert file.ingestion is not None
    assert bytes(file.ingestion.source_file.content) == pasted.encode()
    assert file.name == "pasted.txt"


def test_a_pasted_text_and_files_come_together(editor_client: Client) -> None:
    batch = bring_batch(editor_client, upload(), pasted="Another text")
    assert [file.name for file in batch.files.order_by("position")] == ["pasted.txt", "66-164.txt"]


def test_the_same_bytes_again_lead_to_the_ingestion_that_is_there(editor_client: Client) -> None:
    first = bring_batch(editor_client, upload())
    second = bring_batch(editor_client, upload("another name.txt"))
    [known], [brought] = second.files.all(), first.files.all()
    assert (known.ingestion, known.was_known) == (brought.ingestion, True)
    assert SourceFile.objects.count() == Ingestion.objects.count() == 1


def test_the_same_bytes_as_were_published_lead_to_their_latest_ingestion(
    editor_client: Client,
) -> None:
    source_file = make.make_source_file(TEXT)
    make.make_ingestion(make.make_text(source_file=source_file))
    latest = make.make_waiting(source_file)
    [known] = bring_batch(editor_client, upload()).files.all()
    assert known.ingestion == latest


def test_bytes_that_were_kept_and_never_ingested_are_ingested_now(editor_client: Client) -> None:
    make.make_source_file(TEXT)
    [file] = bring_batch(editor_client, upload()).files.all()
    assert file.was_known
    assert file.ingestion is not None
    assert file.ingestion.state == "queued"


def test_the_same_bytes_twice_in_one_batch_are_kept_once(editor_client: Client) -> None:
    batch = bring_batch(editor_client, upload("a.txt"), upload("b.txt"))
    assert [file.was_known for file in batch.files.order_by("position")] == [False, True]
    assert SourceFile.objects.count() == 1


def test_what_a_person_says_of_one_file_is_kept_in_its_canonical_form(
    editor_client: Client,
) -> None:
    bring_batch(editor_client, upload(), given_symbol="a/res/66/164 ")
    assert Ingestion.objects.get().given_symbol == "A/RES/66/164"


def test_what_a_person_says_of_a_file_that_is_known_is_not_lost_without_a_word(
    editor_client: Client,
) -> None:
    bring(editor_client, upload())
    response = bring(editor_client, upload(), given_symbol="A/RES/66/165")
    page = editor_client.get(response["Location"]).content.decode()
    assert "That it is A/RES/66/165 was not written to it" in page


@pytest.mark.parametrize(
    ("fields", "files", "said"),
    [
        ({}, [], "Choose a file, or paste a text."),
        ({"pasted": " \r\n"}, [], "Choose a file, or paste a text."),
        ({"received_from": " "}, [upload()], "This cannot stay empty. Fill it in."),
        ({"given_symbol": "Resolution"}, [upload()], "Leave it empty if you do not know."),
        ({"given_symbol": "A/66/462"}, [upload()], "names neither a resolution nor a draft"),
        (
            {"given_symbol": "A/RES/66/164"},
            [upload("a.txt"), upload("b.txt")],
            "You bring 2 files. Say what it is of one file only.",
        ),
        (
            {"given_symbol": "A/" * 41},
            [upload()],
            "has 82 signs, and there is room for 80.",
        ),
        ({"received_from": "x" * 501}, [upload()], "has 501 signs, and there is room for 500"),
        ({"pasted": "a\0b"}, [], "There is a NUL character in it"),
    ],
)
def test_what_is_filled_in_wrongly_is_said_at_its_place_and_nothing_is_kept(
    editor_client: Client, fields: dict[str, str], files: list[Any], said: str
) -> None:
    response = bring(editor_client, *files, **fields)
    assert response.status_code == HTTPStatus.OK
    page = response.content.decode()
    assert said in page
    assert "Nothing was taken in yet." in page
    assert not Batch.objects.exists()
    assert not SourceFile.objects.exists()


def test_a_symbol_is_not_taken_for_that_of_every_file_in_an_archive(editor_client: Client) -> None:
    packed = upload("two.zip", zip_of({"a.txt": TEXT, "b.txt": TEXT + b"."}))
    batch = bring_batch(editor_client, packed, given_symbol="A/RES/66/164")
    assert all("that can be said of one file only" in file.refusal for file in batch.files.all())
    assert not Ingestion.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\66.txt", "66.txt"),
        ("<script>alert(1)</script>.txt", "script>.txt"),
        ("txt.\u202efdp.exe", "txt.fdp.exe"),
        ("'; DROP TABLE archive_batch; --.txt", "'; DROP TABLE archive_batch; --.txt"),
        ("é" * 300 + ".txt", "é" * 251 + ".txt"),
    ],
)
def test_a_hostile_name_is_a_name_and_nothing_more(
    editor_client: Client, name: str, kept: str
) -> None:
    file = upload("plain.txt")
    vars(file)["_name"] = name  # past what Django makes of it
    batch = bring_batch(editor_client, file)
    [row] = batch.files.all()
    assert row.name == kept
    page = editor_client.get(reverse("admin:archive_batch_change", args=[batch.pk]))
    assert b"<script>alert" not in page.content


def test_a_reader_may_not_bring_files_and_nothing_of_theirs_is_received(client: Client) -> None:
    client.force_login(make.make_staff("reader"))
    assert client.get(_address()).status_code == HTTPStatus.FORBIDDEN
    assert bring(client, upload()).status_code == HTTPStatus.FORBIDDEN
    assert not SourceFile.objects.exists()


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_editors_and_publishers_may(client: Client, role: str) -> None:
    client.force_login(make.make_staff(role))
    assert client.get(_address()).status_code == HTTPStatus.OK


def test_a_stranger_is_asked_to_log_in(client: Client) -> None:
    response = bring(client, upload())
    assert response["Location"].startswith(reverse("admin:login"))


def test_a_form_without_its_token_is_refused_and_nothing_is_kept(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert bring(client, upload()).status_code == HTTPStatus.FORBIDDEN
    assert not SourceFile.objects.exists()


def test_a_form_with_its_token_is_taken(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    client.get(_address())
    token = client.cookies["csrftoken"].value
    assert bring(client, upload(), csrfmiddlewaretoken=token).status_code == HTTPStatus.FOUND


def test_the_limits_are_told_beforehand(editor_client: Client) -> None:
    page = editor_client.get(_address()).content.decode()
    assert "A file may have 20 MB, a batch 100 files and 200 MB in all." in page


def test_no_field_cuts_what_is_pasted_into_it(editor_client: Client) -> None:
    assert "maxlength" not in editor_client.get(_address()).content.decode()


def test_the_page_takes_few_queries(editor_client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        editor_client.get(_address())
    assert len(asked) <= 5


def test_each_file_takes_the_same_few_queries(editor_client: Client) -> None:
    def queries(*files: Any) -> int:
        with CaptureQueriesContext(connection) as asked:
            bring(editor_client, *files)
        return len(asked)

    one = queries(upload("1.txt", TEXT + b"1"))
    three = queries(*(upload(f"{n}.txt", TEXT + b"%d" % n) for n in (2, 3, 4)))
    assert (three - one) / 2 <= 9


@pytest.mark.django_db(transaction=True)
def test_two_who_bring_the_same_files_at_once_share_one_ingestion_of_each(editor: User) -> None:
    files = [(f"{number}.txt", TEXT + b"%d" % number) for number in range(8)]
    together = threading.Barrier(2, timeout=30)

    def send(order: list[tuple[str, bytes]]) -> None:
        client = Client()
        client.force_login(editor)
        with closing(connection):
            together.wait()
            bring(client, *(upload(*file) for file in order))

    _run_at_once(lambda: send(files), lambda: send(files[::-1]))
    assert Batch.objects.count() == 2
    assert BatchFile.objects.filter(refusal="").count() == 16
    assert BatchFile.objects.filter(was_known=True).count() == 8
    assert SourceFile.objects.count() == Ingestion.objects.count() == 8


def _run_at_once(*tasks: Callable[[], None]) -> None:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
