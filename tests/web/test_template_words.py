"""Every word that a template for readers prints goes through translation."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import trans_real

from archive.web.environment import _translated
from tests.web.markup import markup

FOLDER = Path(settings.BASE_DIR) / "templates"
#: Pages for staff, their components, and the page that is sent when nothing else works.
NOT_FOR_READERS = re.compile(r"admin/|500\.html|components/(review_|source_line|send_|origin)")
TEMPLATES = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*")
    if path.suffix in {".html", ".jinja"}
)
#: Names of the archive and of formats, which are the same in every language.
NAMES = re.compile(r"Recalling|CSV|GraphML|JSON|SHA-256|UTC")
SPOKEN_ATTRIBUTES = {"alt", "aria-description", "aria-label", "content", "placeholder", "title"}
_TRANSLATED = re.compile(
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL
)
_CODE = re.compile(r"{% block layout %}[\w-]+|{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)


class _Words(HTMLParser):
    """Collects the words that a reader would see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within.append(tag)
        is_machine = tag == "meta" and dict(attrs).get("name") != "description"
        spoken = [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and not is_machine]
        self.found += [value for value in spoken if value]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            del self._within[len(self._within) - 1 - self._within[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if "code" not in self._within:
            self.found.append(data)


def _untranslated(source: str) -> list[str]:
    words = _Words()
    words.feed(_CODE.sub(" ", _TRANSLATED.sub(" ", source)))
    said = (" ".join(one.split()) for one in words.found)
    return [one for one in said if re.search(r"[^\W\d_]{2}", NAMES.sub("", one))]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if not NOT_FOR_READERS.match(name)])
def test_a_template_says_nothing_untranslated(name: str) -> None:
    assert _untranslated((FOLDER / name).read_text()) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{% translate "Held" %} {{ _("Held") }} <b>{{ held }}</b> · 66/164', []),
        ("{% blocktranslate %}Held on {{ day }}{% endblocktranslate %}", []),
        ("<b>Held</b>", ["Held"]),
        ('<b title="Held">{{ day }}</b>', ["Held"]),
        ('<meta name="robots" content="noindex"><code>manage.py</code>', []),
        ("Recalling", []),
    ],
)
def test_what_is_not_translated_is_seen(source: str, found: list[str]) -> None:
    assert _untranslated(source) == found


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/search/?q=nothingofthekind", "/nothing"])
def test_what_every_page_has_is_said_in_the_language_of_the_interface(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(settings, "LANGUAGES", [("en", "English"), ("de", "German")])
    _translated.cache_clear()
    monkeypatch.setattr(
        trans_real.DjangoTranslation, "gettext", lambda _self, message: f"⟦{message}⟧"
    )
    page = markup(client.get(address).content)
    _translated.cache_clear()
    places = [
        *page.one("nav", class_="navigation").every("a"),
        page.one("a", class_="skip-link"),
        page.one("header", class_="page-head").one("button"),
        *page.one("footer").every("p"),
    ]
    assert [place.words for place in places if not place.tidy_words.startswith("⟦")] == []
    data = page.one("script").attributes
    assert data["data-copy-words"] == "⟦Copy⟧"
    assert data["data-count-words"] == "⟦Suggestions below the box: %d.⟧"
