"""Two small texts of one series and a draft, with something of every fate between them."""

from datetime import date

import pytest

from archive.models import Membership, Resolution, Series
from tests import factories as make

OLDER = "A/RES/62/152"
NEWER = "A/RES/66/164"
DRAFT = "A/C.3/70/L.46"

KEPT = "Recalling the Declaration on human rights defenders of 9 December 1998,"
OPENED = "all States to protect human rights defenders against threats and reprisals"


@pytest.fixture
def texts(db: None) -> dict[str, Resolution]:
    """The older text, the newer one, a draft, and one that is only cited."""
    with make.catalogued_once():
        rows = {
            OLDER: make.make_resolution(OLDER, adopted_on=date(2007, 12, 18)),
            NEWER: make.make_resolution(NEWER, adopted_on=date(2011, 12, 19)),
            "A/RES/70/161": make.make_resolution("A/RES/70/161"),
        }
        rows[DRAFT] = make.make_draft(DRAFT, adopted_as=rows["A/RES/70/161"])
        make.make_evidence(rows[OLDER], fact="adopted_on", is_verified=False)
        _older(rows[OLDER])
        _newer(rows[NEWER])
        draft = make.make_text(rows[DRAFT])
        make.make_paragraph(draft, f"Urges {OPENED};", opening="Urges", form="urge")
    series = Series.objects.create(slug="defenders", name="defenders", title="Defenders")
    for symbol in (OLDER, NEWER, DRAFT, "A/RES/70/161"):
        Membership.objects.create(
            series=series,
            resolution=rows[symbol],
            state="accepted",
            origin="fact",
            reason="The facts name it.",
        )
    return rows


def _older(resolution: Resolution) -> None:
    text = make.make_text(resolution)
    make.make_paragraph(text, KEPT, kind="preambular")
    make.make_paragraph(text, f"Encourages {OPENED};", opening="Encourages", form="encourage")
    parent = make.make_paragraph(text, "Decides to remain seized of the question:")
    make.make_sub_paragraph(parent, "a", "Under the item on cultural heritage of small islands;")


def _newer(resolution: Resolution) -> None:
    text = make.make_text(resolution)
    make.make_paragraph(text, KEPT, kind="preambular")
    make.make_paragraph(text, "Welcomes <b>new laws</b> & the practice of several courts;")
    make.make_paragraph(text, f"Urges {OPENED};", opening="Urges", form="urge")
    make.make_paragraph(text, "Decides to remain seized of the question:")
