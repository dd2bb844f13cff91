"""Requests that nobody thought of, made from the API's own description, to a server that runs."""

from collections import Counter
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django.live_server_helper import LiveServer
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from archive.web.api.openapi import document
from tests import factories as make
from tests.browser.conftest import no_request_goes_on  # noqa: F401 what a live server leaves

#: For each operation and each mode; a request takes some milliseconds.
REQUESTS = 12
_BOUNDED = settings(
    max_examples=REQUESTS,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def server(live_server: LiveServer, transactional_db: None) -> LiveServer:
    """A server with a little of everything to find."""
    with make.catalogued_once():
        text = make.make_text(make.adopted("A/RES/66/164", 2011, title="On impunity"))
        paragraph = make.make_paragraph(
            text, "Recalls resolution 53/144;", opening="Recalls", form="recall"
        )
        make.make_citation(paragraph, "53/144", make.adopted("A/RES/53/144", 1998))
        make.make_footnote(paragraph, "See A/65/223.")
        earlier = make.make_text(make.adopted("A/RES/62/152", 2007))
        make.make_paragraph(earlier, "Recalls resolution 53/144;")
    return live_server


def _ask(operation: Any, mode: GenerationMode) -> Counter[int]:
    """Ask what fits the description, or what does not; how often which status was answered.

    Each answer is held against the description: its status, its type, every member. But a value
    may be refused that fits: no description has the calendar, and the grammar of symbols.
    """
    answered: Counter[int] = Counter()

    @_BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        response = case.call_and_validate(excluded_checks=[positive_data_acceptance])
        answered[response.status_code] += 1

    ask()
    return answered


def test_every_answer_is_as_described_whatever_is_asked(server: LiveServer) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}/api/openapi.json")
    operations = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    assert {one.path for one in operations} == set(document()["paths"])
    for operation in operations:
        answered = _ask(operation, GenerationMode.POSITIVE)
        if operation.query:
            answered += _ask(operation, GenerationMode.NEGATIVE)
            assert {200, 400} <= set(answered), operation.path
        assert max(answered) < 500, operation.path
