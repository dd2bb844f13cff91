"""Files as people bring them, and how a browser sends them."""

import io
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from archive.models import Batch
from tests import builders as build

TEXT = build.resolution_text().encode()


def upload(name: str = "66-164.txt", content: bytes = TEXT) -> SimpleUploadedFile:
    """A file of a form."""
    return SimpleUploadedFile(name, content)


def zip_of(members: dict[str, bytes]) -> bytes:
    """A zip archive of these files by name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def bring(client: Client, *files: SimpleUploadedFile, **fields: str) -> Any:
    """Send the form with these files; where from is given unless it is left out."""
    values = {"received_from": "a test", **fields}
    address = reverse("admin:archive_ingestion_add")
    return client.post(address, values | {"chosen": list(files)})


def bring_batch(client: Client, *files: SimpleUploadedFile, **fields: str) -> Batch:
    """Send the form, and give the batch that it leads to."""
    response = bring(client, *files, **fields)
    batch = Batch.objects.latest("pk")
    assert response["Location"] == address_of(batch), response.content
    return batch


def address_of(batch: Batch) -> str:
    """The page of a batch."""
    return reverse("admin:archive_batch_change", args=[batch.pk])
