"""What tests of drafts share: an archive that has agreed to something, and drafts parsed here."""

import pytest

from archive.models import Paragraph
from archive.web.draft import reading
from tests import factories as make
from tests.search.agreed.saying import saying
from tests.web.draft.sending import parsed_here

IMPUNITY = (
    "Encourages States to investigate attacks on human rights defenders and to bring those "
    "responsible to justice;"
)
FUND = "Invites all Governments to consider contributing to the voluntary fund for defenders;"
RECALLED = "Recalling its resolution 53/144 of 9 December 1998,"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are parsed in this process."""
    monkeypatch.setattr(reading, "_parsed_aside", parsed_here)


@pytest.fixture(scope="module")
def agreed_before(rows_of_module: None) -> None:
    """Two resolutions that have agreed to some wordings."""
    saying(make.adopted("A/RES/56/163", 2001, adoption_method="without_vote"), IMPUNITY, FUND)
    saying(make.adopted("A/RES/58/178", 2003), FUND)
    Paragraph.objects.filter(wording=IMPUNITY).update(opening="Encourages", form="encourage")
