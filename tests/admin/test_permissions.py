"""Every address of the pages for staff has a rule on who may ask for it, and keeps to it.

An address without a rule fails, so that none comes into being that nobody has thought about.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, reverse

from archive.ingest.publishing.history import history_of
from archive.models import Correction, Ingestion, ParagraphPairing, Text
from tests import factories as make
from tests.admin.holdings import make_held_draft, make_pairing

pytestmark = pytest.mark.django_db

#: Whoever stands later may do what those before may; “nobody” stands behind everybody.
RANKS = "anyone staff reader editor publisher superuser nobody".split()
VISITORS = RANKS[:-1]
#: Of the archive’s own tables: who adds a row by hand, changes one, deletes one.
_LOOKED_AT = ("reader", "nobody", "nobody", "nobody")
#: Of Django’s.
_KEPT_BY_THE_KEEPER = ("superuser", "superuser", "superuser", "superuser")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Who may look, and who may send; ``arguments`` and ``sent`` are what the address needs."""

    get: str
    post: str
    arguments: Callable[[], list[Any]] | None = None
    sent: Callable[[], dict[str, Any]] = dict
    #: Whether an address may lead nowhere for those who may ask.
    may_be_missing: bool = False


def _of_text() -> list[Any]:
    text = Text.objects.order_by("pk")[0]
    return [ContentType.objects.get_for_model(text).pk, text.pk]


def _correction() -> dict[str, Any]:
    return {"correction": Correction.objects.order_by("pk")[0].pk, "revision": 0}


def _state() -> list[Any]:
    """A text, and an instant at which it took a state."""
    text = Text.objects.order_by("pk")[0]
    latest: Any = history_of(Text).filter(id=text.pk).first()
    return [text.pk, latest.history_date.isoformat()]


def _pair() -> list[Any]:
    """Two paragraphs that are paired."""
    pairing = ParagraphPairing.objects.get()
    return [pairing.earlier_id, pairing.later_id]


def _restored(model: str, column: str) -> Rule:
    """The rule of a page on which a value of a row comes back."""

    def arguments() -> list[Any]:
        row = apps.get_model("archive", model)._default_manager.order_by("pk")[0]
        return [row.pk, history_of(type(row)).filter(id=row.pk)[0].history_id, column]

    return Rule(get="editor", post="editor", arguments=arguments)


def _in_ingestion(*places: str) -> Callable[[], list[Any]]:
    """The key of the ingestion, and a place in it."""
    return lambda: [Ingestion.objects.order_by("pk")[0].pk, *places]


def _edited(*places: str) -> Rule:
    """What editors do to an ingestion; its parse has no such place, which they are told."""
    return Rule(
        get="editor",
        post="editor",
        arguments=_in_ingestion(*places),
        sent=_correction,
        may_be_missing=True,
    )


def _published() -> Rule:
    """What publishers do to an ingestion."""
    return Rule(get="publisher", post="publisher", sent=_correction, may_be_missing=True)


#: Views that belong to no table.
SITE: Mapping[str, Rule] = {
    "index": Rule(get="staff", post="staff"),
    "login": Rule(get="anyone", post="anyone"),
    "logout": Rule(get="anyone", post="anyone"),
    "password_change": Rule(get="staff", post="staff"),
    "password_change_done": Rule(get="staff", post="staff"),
    "autocomplete": Rule(get="nobody", post="nobody"),  # no page of ours asks for it
    "jsi18n": Rule(get="staff", post="staff"),
    "view_on_site": Rule(get="staff", post="staff", arguments=_of_text, may_be_missing=True),
    "app_list": Rule(get="staff", post="staff", arguments=lambda: ["archive"], may_be_missing=True),
    "second_factor": Rule(get="anyone", post="anyone", may_be_missing=True),
    "second_factor_picture": Rule(get="anyone", post="anyone", may_be_missing=True),
    "recovery_codes": Rule(get="staff", post="staff", may_be_missing=True),
}
#: Who looks at the rows of a table, adds one, changes one, deletes one, by name of the model.
TABLES: dict[str, tuple[str, str, str, str]] = {
    "archive_batch": _LOOKED_AT,
    "archive_citation": _LOOKED_AT,
    "archive_evidence": _LOOKED_AT,
    "archive_footnote": _LOOKED_AT,
    "archive_ingestion": ("reader", "editor", "nobody", "nobody"),
    "archive_membership": _LOOKED_AT,
    "archive_openingstrength": ("reader", "publisher", "publisher", "publisher"),
    "archive_paragraph": _LOOKED_AT,
    "archive_paragraphpairing": _LOOKED_AT,
    "archive_problemreport": ("reader", "nobody", "editor", "nobody"),
    "archive_resolution": _LOOKED_AT,
    "archive_series": ("reader", "publisher", "nobody", "nobody"),
    "archive_sourcefile": _LOOKED_AT,
    "archive_text": _LOOKED_AT,
    "auth_group": _KEPT_BY_THE_KEEPER,
    "auth_user": _KEPT_BY_THE_KEEPER,
}
#: Views that a table has besides.
BESIDES: Mapping[str, Rule] = {
    "archive_ingestion_accept": _published(),
    "archive_ingestion_correct_citation": _edited("op1:0-7"),
    "archive_ingestion_correct_fact": _edited("title"),
    "archive_ingestion_correct_note": _edited("fn1"),
    "archive_ingestion_correct_paragraph": _edited("op1"),
    "archive_ingestion_differences": Rule(
        get="reader", post="editor", sent=_correction, may_be_missing=True
    ),
    "archive_ingestion_explain": _edited("number_gap", "op1"),
    "archive_ingestion_insert_note": _edited(),
    "archive_ingestion_insert_paragraph": _edited("op1"),
    "archive_ingestion_reparse": _published(),
    "archive_ingestion_replace": _edited(),
    "archive_ingestion_settle": Rule(
        get="editor", post="editor", arguments=_in_ingestion(), sent=_correction
    ),
    "archive_ingestion_stand_alone": _edited(),
    "archive_ingestion_take_along": _edited(),
    "archive_ingestion_publish": Rule(get="publisher", post="publisher", sent=_correction),
    "archive_ingestion_reject": Rule(get="publisher", post="publisher", sent=_correction),
    "archive_ingestion_source": Rule(get="reader", post="reader"),
    "archive_ingestion_take_back": Rule(get="editor", post="editor", sent=_correction),
    "archive_ingestion_take_candidate": Rule(get="editor", post="editor", sent=_correction),
    "archive_citation_restore_value": _restored("Citation", "cited_symbol"),
    "archive_footnote_restore_value": _restored("Footnote", "wording"),
    "archive_paragraph_pairing": Rule(get="publisher", post="publisher", arguments=_pair),
    "archive_paragraph_pairing_choices": Rule(
        get="publisher", post="publisher", arguments=_pair, may_be_missing=True
    ),
    "archive_paragraph_pairings": Rule(get="reader", post="reader"),
    "archive_series_member": Rule(get="publisher", post="publisher"),
    "archive_series_rename": Rule(get="publisher", post="publisher"),
    "archive_paragraph_restore_value": _restored("Paragraph", "wording"),
    "archive_resolution_restore_value": _restored("Resolution", "title"),
    "archive_text_restore": Rule(get="publisher", post="publisher", sent=lambda: {"seen": 0}),
    "archive_text_restore_state": Rule(get="editor", post="editor", arguments=_state),
    "archive_text_state": Rule(get="reader", post="reader", arguments=_state),
    "archive_text_withdraw": Rule(get="publisher", post="publisher"),
    "archive_sourcefile_as_received": Rule(get="reader", post="reader"),
    "auth_user_password_change": Rule(get="superuser", post="superuser"),
}
#: What can be done with the rows of a list that are ticked, and by whom.
ACTIONS: Mapping[str, Mapping[str, str]] = {
    "archive_text": {"read_again": "publisher"},
    "auth_group": {"delete_selected": "superuser"},
    "auth_user": {"delete_selected": "superuser"},
}


def _tables() -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for name, (view, add, change, delete) in TABLES.items():
        found |= {
            f"{name}_changelist": Rule(get=view, post=view),
            f"{name}_add": Rule(get=add, post=add),
            f"{name}_change": Rule(get=view, post=change),
            f"{name}_delete": Rule(get=delete, post=delete),
            f"{name}_history": Rule(get=view, post=view),
        }
    return found


RULES: Mapping[str, Rule] = {**SITE, **_tables(), **BESIDES}


def _patterns(patterns: list[Any]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        else:
            yield one


PATTERNS = list(_patterns(admin.site.get_urls()))
NAMED = {one.name: one for one in PATTERNS if one.name}


def test_every_address_has_a_rule_and_every_rule_an_address() -> None:
    assert set(NAMED) == set(RULES)


def test_addresses_without_a_name_are_djangos_own_two() -> None:
    """An old form of a row's address leads to the present one; the rest is answered 404."""
    unnamed = {str(one.pattern) for one in PATTERNS if not one.name}
    assert unnamed == {"<path:object_id>/", "(?P<url>.*)$"}


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """A row of every table."""
    text = make_held_draft()
    make.make_report()
    make.make_correction(text.ingestions.get())
    make.make_batch_file()
    make_pairing()


def _row(name: str) -> Model:
    app, model = name.split("_")[:2]
    row: Model = apps.get_model(app, model)._default_manager.order_by("pk")[0]
    return row


def _address(name: str) -> str:
    rule, pattern = RULES[name], NAMED[name].pattern
    if rule.arguments:
        return reverse(f"admin:{name}", args=rule.arguments())
    is_of_a_row = bool(pattern.regex.groups)
    return reverse(f"admin:{name}", args=[_row(name).pk] if is_of_a_row else [])


def _member(kind: str) -> User:
    """A member of staff of a kind, with nothing but what that kind has."""
    user = make.make_staff(*([] if kind in {"staff", "superuser"} else [kind]))
    user.is_superuser = kind == "superuser"
    user.save(update_fields=["is_superuser"])
    return user


def _browser(kind: str) -> Client:
    """A fresh browser, in which a visitor of a kind is logged in."""
    client = Client()
    if kind != "anyone":
        client.force_login(_member(kind))
    return client


def _may(visitor: str, allowed: str) -> bool:
    return RANKS.index(visitor) >= RANKS.index(allowed)


def _is_sent_to_log_in(response: Any) -> bool:
    location: str = response.get("Location", "")
    return location.startswith(reverse("admin:login"))


def _is_refused(response: Any, *, visitor: str) -> bool:
    """403 for those who are logged in; others log in first, or have nothing to log out of."""
    if visitor != "anyone":
        return bool(response.status_code == 403)
    return _is_sent_to_log_in(response) or response.get("Location") == reverse("admin:index")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted(NAMED))
def test_an_address_is_for_those_whom_its_rule_names(name: str, method: str) -> None:
    rule, address = RULES[name], _address(name)
    for visitor in VISITORS:
        response: Any = getattr(_browser(visitor), method)(address, rule.sent())
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            continue  # nothing is done, whoever asks
        is_refused = _is_refused(response, visitor=visitor)
        assert is_refused != _may(visitor, getattr(rule, method)), (visitor, response.status_code)
        assert response.status_code < 500
        assert is_refused or rule.may_be_missing or response.status_code != 404


@pytest.mark.parametrize("visitor", VISITORS[1:])
def test_an_action_on_ticked_rows_is_for_those_whom_its_rule_names(visitor: str) -> None:
    request = RequestFactory().get(reverse("admin:index"))
    request.user = _member(visitor)
    for model, page in admin.site._registry.items():
        rules = ACTIONS.get(model._meta.label_lower.replace(".", "_"), {})
        offered = set(page.get_actions(request))
        assert offered == {one for one, allowed in rules.items() if _may(visitor, allowed)}


def test_nobody_who_has_left_comes_in() -> None:
    user = make.make_staff("publisher")
    user.is_active = False
    user.save(update_fields=["is_active"])
    browser = Client()
    browser.force_login(user)
    assert _is_sent_to_log_in(browser.get(reverse("admin:index")))


def test_a_publisher_who_is_not_of_the_staff_does_not_come_in() -> None:
    user = make.make_staff("publisher")
    user.is_staff = False
    user.save(update_fields=["is_staff"])
    browser = Client()
    browser.force_login(user)
    assert _is_sent_to_log_in(browser.get(reverse("admin:archive_ingestion_changelist")))
