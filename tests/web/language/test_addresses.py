"""Links to agreed language: from a paragraph to whoever else says its words."""

import pytest
from django.test import Client

from archive.web.language.addresses import LONGEST_IN_A_LINK, language_of
from tests import factories as make
from tests.search.agreed.saying import saying

ACT = "Urges all States to act;"


def test_what_is_asked_is_the_whole_wording_or_as_much_as_a_link_has_room_for() -> None:
    assert language_of(f" {ACT}\n") == "/language/?q=Urges+all+States+to+act%3B"
    long = language_of("State after State " * 200)
    assert long.endswith(("State", "after"))
    assert LONGEST_IN_A_LINK - 20 < len(long) <= LONGEST_IN_A_LINK + len("/language/?q=")
    assert language_of("Urges") == language_of("* * *") == ""


@pytest.mark.django_db
def test_a_paragraph_leads_to_who_else_says_its_words(client: Client) -> None:
    saying(make.adopted("A/RES/56/163", 2001), ACT)
    page = client.get("/A/RES/56/163/op1/").content.decode()
    assert 'href="/language/?q=Urges+all+States+to+act%3B"' in page


@pytest.mark.django_db
def test_a_heading_and_a_table_do_not(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/56/163", 2001))
    make.make_paragraph(text, "Purposes and aims", kind="heading", number=None)
    make.make_paragraph(text, "State Votes", rows=[[[0, 5], [6, 11]]])
    for anchor in ("heading1", "op1"):
        page = client.get(f"/A/RES/56/163/{anchor}/", follow=True).content.decode()
        assert "/language/?q=" not in page
