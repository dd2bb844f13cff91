"""The way of five files, from a folder to what readers have and back, in the hands of each role."""

import pytest

from tests.browser.curation import bringing, keeping
from tests.browser.curation.conftest import People

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_five_files_are_brought_mended_published_corrected_read_again_and_withdrawn(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step by Tab, Enter and Space, and each kind of page without objection from axe."""
    bringing.bring(people.edith)
    bringing.only_look(people.rosa)
    bringing.be_refused(people.paula)
    bringing.mend(people.edith)
    bringing.publish_all(people.paula)
    keeping.open_form(people.edith)
    keeping.open_form(people.enzo)
    keeping.correct(people.edith)
    keeping.be_late(people.enzo)
    keeping.publish_correction(people.paula, people.visitor)
    keeping.look_at_history(people.paula)
    keeping.restore_wording(people.paula, people.visitor)
    keeping.read_again(people.paula, people.visitor, monkeypatch)
    keeping.withdraw(people.paula, people.visitor)
    keeping.give_back(people.paula, people.visitor)
    keeping.be_kept_out(people.edith, keeping.of_publishers())
    keeping.be_kept_out(people.rosa, [*keeping.of_publishers(), *keeping.of_editors()])
