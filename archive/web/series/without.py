"""What is left out because another organ has it, and how much of that organ's texts is held."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.search.lineages.matrix import Matrix
from archive.search.lineages.members import with_texts
from archive.search.lineages.params import SeriesParams
from archive.web.lineage.unheld import Unheld, unheld_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What is said of the organ whose paragraphs are left out, and its texts that are not held."""

    words: str
    unheld: Unheld


def without(found: Matrix, params: SeriesParams) -> Without | None:
    """That some, or all, of the organ's texts are not held; None where nothing is to be said."""
    unheld = unheld_of(found.others)
    if params.without is None or (with_texts(found.others) and not unheld.resolutions):
        return None
    nothing = _(
        "No resolution of this series is held that the %(organ)s adopted, so nothing is left out:"
        " the archive cannot tell what that organ does not say."
    )
    some = _(
        "Only what the held resolutions of the %(organ)s have is left out; others may have more."
    )
    words = some if with_texts(found.others) else nothing
    return Without(words=words % {"organ": _(params.without.full_name)}, unheld=unheld)
