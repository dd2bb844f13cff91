"""The source is shown as it was received, and nothing of it can run."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from reportlab.pdfgen.canvas import Canvas

from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.admin.review.conftest import address_of, client_of
from tests.ingest.publishing.ways import parsed

pytestmark = pytest.mark.django_db

Source = Callable[[Ingestion], Any]


@pytest.fixture(name="source")
def _source(editor: Client) -> Source:
    def ask(ingestion: Ingestion) -> Any:
        return editor.get(address_of(ingestion, "source"))

    return ask


def _pdf() -> bytes:
    written = BytesIO()
    canvas = Canvas(written)
    canvas.drawString(100, 700, "The General Assembly")
    canvas.save()
    return written.getvalue()


def _of(content: bytes, **fields: Any) -> Ingestion:
    """An ingestion of bytes that is said to have been parsed."""
    return parsed(source_file=make.make_source_file(content, **fields))


def test_text_is_shown_line_by_line_with_its_pages_and_escaped(source: Source) -> None:
    text = "\ffirst <b>line</b>\n  indented\n\fsecond page\n"
    shown = source(_of(text.encode())).content.decode()
    assert '<span class="words">first &lt;b&gt;line&lt;/b&gt;</span>' in shown
    assert '<span class="words">  indented</span>' in shown
    assert shown.index("indented") < shown.index(">Page 3<") < shown.index("second page")


def test_a_text_without_pages_names_none(source: Source) -> None:
    assert "Page 1" not in source(_of(b"first\nsecond\n")).content.decode()


def test_lines_that_are_left_over_are_marked_where_they_stand(source: Source) -> None:
    ingestion = _of(b"The General Assembly,\nPage two of\nthe file\n\nThe General Assembly,\n")
    record: Any = ingestion.parse_result
    record["leftovers"] = ["Page two of the file"]
    ingestion.save()
    lines = re.split(r"<li(?=[ >])", source(ingestion).content.decode())[1:]
    assert ["left over" in line for line in lines] == [False, True, True, False, False]


def test_a_pdf_is_shown_by_the_browser_under_a_policy_that_lets_nothing_run(
    source: Source,
) -> None:
    content = _pdf()
    response = source(_of(content, name='a"b.pdf', media_type="application/pdf"))
    assert response.content == content
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="a_b.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    policy = response["Content-Security-Policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert "frame-ancestors 'self'" in policy
    assert not any(one.startswith(("script-src", "object-src")) for one in policy)


def test_what_only_calls_itself_a_pdf_is_never_sent_as_one(source: Source) -> None:
    page = _of(b"<html><script>alert(1)</script></html>", media_type="application/pdf")
    response = source(page)
    assert response["Content-Type"].startswith("text/html")
    assert "<script" not in response.content.decode()


def test_a_page_of_html_is_shown_as_the_text_that_is_read_of_it(source: Source) -> None:
    html = (
        "<html><body><p>The General Assembly,</p><script>alert(1)</script>"
        "<p onclick='x()'>1. Calls upon &lt;all&gt; States;</p></body></html>"
    )
    response = source(_of(html.encode(), media_type="text/html"))
    shown = response.content.decode()
    assert "The text that the reader of HTML extracts" in shown
    assert "Calls upon &lt;all&gt; States;" in shown
    assert "alert" not in shown
    assert "onclick" not in shown
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        "style-src 'self'"
    )


def test_a_file_that_was_never_parsed_is_not_opened_but_as_text(source: Source) -> None:
    word = make.make_waiting(make.make_source_file(b"<html><body><p>words</p></body></html>"))
    assert "not opened here either" in source(word).content.decode()
    text = make.make_waiting(make.make_source_file(b"plain words"))
    assert "plain words" in source(text).content.decode()


def test_a_file_that_is_no_text_says_why_it_is_not_shown(source: Source) -> None:
    shown = source(make.make_waiting(make.make_source_file(b"a\x00b" * 5))).content.decode()
    assert "NUL byte" in shown
    assert "You can download it" in shown


def test_the_page_of_a_review_frames_the_source(editor: Client) -> None:
    ingestion = parsed()
    shown = editor.get(address_of(ingestion)).content.decode()
    assert f'<iframe src="{address_of(ingestion, "source")}" title="received.txt as rec' in shown


def test_who_may_not_see_files_sees_none_and_is_told(db: None) -> None:
    user = make.make_staff()
    user.user_permissions.add(Permission.objects.get(codename="view_ingestion"))
    client, ingestion = client_of(user), parsed(build.nameless_text())
    assert client.get(address_of(ingestion, "source")).status_code == 403
    shown = client.get(address_of(ingestion)).content.decode()
    assert "You may not see the files themselves." in shown
    assert "<iframe" not in shown


def test_a_file_that_is_not_there_is_not_found(editor: Client) -> None:
    assert editor.get(address_of(Ingestion(pk=1_000_000), "source")).status_code == 404
