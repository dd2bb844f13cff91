"""Ways of an editor through the forms, as a browser without scripts goes them."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from lxml.html import document_fromstring

from archive.ingest.editing.editions import Edition, edition_of
from archive.models import Ingestion
from archive.parsing.parsed import Paragraph


def address(ingestion: Ingestion, view: str, **where: str) -> str:
    """The page of a form."""
    kwargs = {"pk": ingestion.pk, **where}
    return reverse(f"admin:archive_ingestion_{view}", kwargs=kwargs)


def now(ingestion: Ingestion) -> Edition:
    """The edition as it is now."""
    ingestion.refresh_from_db()
    return edition_of(ingestion)


def paragraphs(ingestion: Ingestion) -> dict[str, Paragraph]:
    """The paragraphs of the edition by their anchors."""
    return {one.id: one for one in now(ingestion).parsed.paragraphs}


def words(ingestion: Ingestion) -> dict[str, str]:
    """The words of the edition by their anchors."""
    return {anchor: one.text for anchor, one in paragraphs(ingestion).items()}


@dataclass(frozen=True)
class Filled:
    """A page with a form: where it is sent, what stands in its fields, its whole text."""

    status: int
    action: str
    fields: dict[str, Any]
    page: str


def opened(client: Client, at: str) -> Filled:
    """Open the page of a form."""
    return read(client.get(at), at=at)


def read(response: Any, *, at: str = "") -> Filled:
    """What a page with a form shows."""
    page = response.content.decode()
    found = document_fromstring(page).xpath('//form[contains(@class, "filled")]')
    if not found:
        return Filled(response.status_code, at, {}, page)
    form = found[0]
    boxes = {one.get("name") for one in form.xpath('.//input[@type="checkbox"]')}
    empty = form.xpath('.//input[@type="text" or @type="number"]')
    fields: dict[str, Any] = {one.get("name"): "" for one in empty}
    for name, value in form.form_values():
        if name in boxes:
            fields.setdefault(name, []).append(value)
        else:
            fields[name] = value.removeprefix("\n")
    return Filled(response.status_code, form.action, fields, page)


def send(client: Client, form: Filled, **changed: Any) -> Any:
    """Send a form as it stands, but for what is changed in it."""
    return client.post(form.action, {**form.fields, **changed})


def saved(client: Client, at: str, **changed: Any) -> list[str]:
    """Open a form, change something, save it; what is said of it."""
    response = send(client, opened(client, at), **changed)
    assert response.status_code == 302, said(response)
    return [str(one) for one in get_messages(response.wsgi_request)]


def said(response: Any) -> str:
    """The words of a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())
