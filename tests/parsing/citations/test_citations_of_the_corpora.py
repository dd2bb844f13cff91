"""Citations in real resolutions: the United Nations' own links, and what looks like a citation."""

from pathlib import Path

import pytest

from tests.benchmarks import un_links, uncited

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not beside the project")


def test_every_link_of_the_united_nations_that_disagrees_is_listed() -> None:
    *unlisted, figures = un_links.report(CORPUS / "akn4un" / "en", shows_all=False)
    assert unlisted == [], figures


@pytest.mark.parametrize("session", ["55", "58"])
def test_whatever_looks_like_a_citation_is_one_or_has_its_reason(session: str) -> None:
    for path in sorted((CORPUS / "lines" / session).glob("*.txt"))[::6]:
        _, found = uncited.uncited_in(path)
        assert [one for one in found if one.reason == "no reason"] == []
