"""What is too much of what people bring: taken in as far as it may be, else refused in words."""

import io
from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.urls import reverse

from archive.admin.intake import bodies, forms
from archive.ingest.intake.limits import MOST_BYTES, MOST_FILES, MOST_PASTED_CHARACTERS
from archive.models import Batch, Ingestion, SourceFile
from tests.admin.intake.files import TEXT, address_of, bring, bring_batch, upload

pytestmark = pytest.mark.django_db


def _address() -> str:
    return reverse("admin:archive_ingestion_add")


def test_of_more_files_than_a_batch_takes_the_first_are_taken_in_and_the_others_named(
    editor_client: Client,
) -> None:
    files = [upload(f"{number}.txt", TEXT + b"%d" % number) for number in range(MOST_FILES + 2)]
    batch = bring_batch(editor_client, *files)
    refused = batch.files.exclude(refusal="").order_by("position")
    assert [(file.name, file.size_bytes) for file in refused] == [
        (f"{number}.txt", len(TEXT) + 3) for number in (100, 101)
    ]
    page = editor_client.get(address_of(batch)).content.decode()
    assert page.count("A batch takes 100 files, and it comes after them") == 2
    assert Ingestion.objects.waiting().count() == SourceFile.objects.count() == MOST_FILES


def test_a_pasted_text_is_taken_in_before_too_many_files(editor_client: Client) -> None:
    files = [upload(f"{number}.txt", TEXT + b"%d" % number) for number in range(MOST_FILES)]
    batch = bring_batch(editor_client, *files, pasted="Another text")
    assert [file.name for file in batch.files.exclude(refusal="")] == ["99.txt"]
    assert batch.files.get(position=1).name == "pasted.txt"


def test_more_files_than_can_be_named_are_refused_on_a_page_that_says_what_to_do(
    editor_client: Client, settings: Any
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    response = bring(editor_client, *(upload(f"{number}.txt") for number in range(4)))
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    page = response.content.decode()
    assert "There are more than 3 files, and a batch takes 100." in page
    assert "Nothing of it was kept, nor what you wrote: fill the form in again." in page
    assert not Batch.objects.exists()


def test_as_many_files_as_a_batch_takes_are_taken(editor_client: Client) -> None:
    files = [upload(f"{number}.txt", TEXT + b"%d" % number) for number in range(MOST_FILES)]
    batch = bring_batch(editor_client, *files)
    assert batch.files.filter(refusal="").count() == MOST_FILES


@pytest.mark.parametrize("sign", ["a", "\r\n", "я", "条", "𝄞"])
def test_a_pasted_text_of_the_most_characters_is_taken_in_any_script(
    editor_client: Client, sign: str
) -> None:
    longest = "a" + sign * (MOST_PASTED_CHARACTERS - 1)
    [file] = bring_batch(editor_client, pasted=longest).files.all()
    assert file.size_bytes == len(longest.encode())


@pytest.mark.parametrize("sign", ["a", "\r\n", "я", "条", "𝄞"])
def test_a_pasted_text_of_one_character_more_is_refused_and_what_was_written_stays(
    editor_client: Client, sign: str
) -> None:
    longer = "a" + sign * MOST_PASTED_CHARACTERS
    response = bring(editor_client, pasted=longer, received_from="a library in Geneva")
    page = response.content.decode()
    assert "The pasted text has 250,001 characters, and may have 250,000." in page
    assert 'value="a library in Geneva"' in page
    assert longer in page
    assert not Batch.objects.exists()


def test_how_long_a_pasted_text_may_be_is_told_beforehand(editor_client: Client) -> None:
    page = editor_client.get(_address()).content.decode()
    assert "at most 250,000 characters" in page


def test_a_pasted_text_that_is_far_too_long_is_refused_on_an_explained_page(
    editor_client: Client,
) -> None:
    response = bring(editor_client, pasted="word " * 250_000)
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    page = response.content.decode()
    assert "far longer than the 250,000 characters that a pasted text may have" in page
    assert "Nothing of it was kept, nor what you wrote: fill the form in again." in page


def test_files_that_are_too_much_together_are_refused_and_what_was_written_stays(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "MOST_BYTES_TOGETHER", 2 * len(TEXT))
    assert bring_batch(editor_client, upload("a.txt"), upload("b.txt")).files.count() == 2
    files = (upload("c.txt"), upload("d.txt", TEXT + b"."))
    page = bring(editor_client, *files, pasted="", received_from="Geneva").content.decode()
    assert f"bytes together, and a batch takes {2 * len(TEXT):,}." in page
    assert 'value="Geneva"' in page
    assert Batch.objects.count() == 1


def _send(client: Client, body: io.BytesIO, *, size_bytes: int) -> Any:
    """Post a body as it is."""
    instead: Any = {"wsgi.input": body, "CONTENT_LENGTH": str(size_bytes)}
    multipart = "multipart/form-data; boundary=x"
    return client.generic("POST", _address(), "-", content_type=multipart, **instead)


class Body(io.BytesIO):
    """A body that counts how much of it is read at a time."""

    largest = 0

    def read(self, size: int | None = -1) -> bytes:
        read = super().read(size)
        self.largest = max(self.largest, len(read))
        return read


def test_a_body_that_is_too_large_is_read_to_its_end_in_pieces_and_explained(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "MOST_BYTES_TOGETHER", 1_000_000)
    body = Body(b"x" * 4_000_000)
    response = _send(editor_client, body, size_bytes=4_000_000)
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "more than 1,000,000 bytes together" in response.content.decode()
    assert body.tell() == 4_000_000
    assert body.largest <= 1 << 16


def test_a_body_that_breaks_off_is_explained(editor_client: Client) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError("the connection is gone")

    response = _send(editor_client, Broken(), size_bytes=100)
    assert "the connection broke off" in response.content.decode()


def test_of_a_file_that_is_too_large_no_more_is_kept_than_it_may_have(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    monkeypatch.setattr(
        TemporaryFileUploadHandler,
        "receive_data_chunk",
        lambda _self, raw, _start: written.append(len(raw)),
    )
    batch = bring_batch(
        editor_client, upload("large.pdf", b"%PDF-" + b"0" * (MOST_BYTES + 1_000_000))
    )
    [file] = batch.files.all()
    assert file.refusal.startswith("It has 21,000,005 bytes, and a file may have 20,000,000;")
    assert sum(written) < MOST_BYTES + (1 << 17)
