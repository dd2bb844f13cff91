"""Resolutions that say what a test has them say, with their wordings kept."""

from archive.ingest.wordings import keep_wordings
from archive.models import Resolution
from tests import factories as make


def saying(resolution: Resolution, *wordings: str, kind: str = "operative") -> Resolution:
    """A resolution with a text of these paragraphs."""
    with make.catalogued_once():
        text = make.make_text(resolution)
        for wording in wordings:
            make.make_paragraph(text, wording, kind=kind)
    keep_wordings([resolution.pk])
    return resolution
