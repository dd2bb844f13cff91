"""A draft that is sent as a browser sends it, and the page that answers."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.parsing.aside import outcome_of
from archive.parsing.contract import record_of
from archive.parsing.parsed import ParsedResolution
from archive.web.draft.reading import carried
from tests.web.markup import Element, markup


def parsed_here(data: bytes) -> bytes:
    """What the process that parses prints, without a process: tests send many drafts."""
    return json.dumps(record_of("", data, outcome=outcome_of(data))).encode()


def sent(client: Client, draft: str | bytes, *, to: str = "/draft/", **fields: Any) -> Any:
    """The answer to a draft: words are pasted, bytes are those of a file."""
    brought: dict[str, Any] = {"pasted": draft}
    if isinstance(draft, bytes):
        brought = {"pasted": "", "chosen": SimpleUploadedFile("secret-name.txt", draft)}
    return client.post(to, brought | fields)


def sent_back(client: Client, parsed: ParsedResolution, *, to: str = "/draft/") -> Any:
    """The answer to a draft that was read so, as the page of its report carries it."""
    return client.post(to, {"carried": carried(record_of("", b"", outcome=parsed))})


def report_of(client: Client, parsed: ParsedResolution) -> Element:
    """The report on a draft that was read so."""
    return markup(whole(sent_back(client, parsed))).one("div", class_="draft-report")


def whole(response: Any) -> str:
    """Everything that an answer says, also where it is sent in pieces."""
    pieces: Any = getattr(response, "streaming_content", None) or [response.content]
    return b"".join(pieces).decode()


def report(client: Client, draft: str | bytes) -> Element:
    """The report on a draft."""
    response = sent(client, draft)
    assert response.status_code == 200
    return markup(whole(response)).one("div", class_="draft-report")


def told(response: Any) -> str:
    """What the form says of a draft that is not taken."""
    page = markup(whole(response))
    alerts = page.every("", role="alert")
    return " ".join(one.tidy_words for one in alerts)
