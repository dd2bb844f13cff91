"""A small archive whose resolutions recall one another."""

import pytest

from archive.models import Resolution
from tests import factories as make
from tests.search.network.recalling import recalling


@pytest.fixture
def series(db: None) -> dict[str, Resolution]:
    """The declaration, which is not held, and what recalls it: two resolutions and a draft."""
    with make.catalogued_once():
        rows = {
            "53/144": make.adopted("A/RES/53/144", 1998, title="Declaration, “=1+1”"),
            "13/13": make.adopted("A/HRC/RES/13/13", 2010),
            "66/164": make.adopted("A/RES/66/164", 2011),
            "54/170": make.make_resolution("A/RES/54/170"),
        }
        rows["draft"] = make.make_draft("A/C.3/66/L.29", adopted_as=rows["66/164"])
        make.make_evidence(rows["53/144"], fact="adopted_on", is_verified=False)
        recalling(rows["66/164"], rows["53/144"], rows["13/13"], rows["54/170"])
        recalling(rows["66/164"], rows["53/144"], opening="Reaffirms")
        recalling(rows["13/13"], rows["53/144"])
        recalling(rows["draft"], rows["53/144"])
    return rows
