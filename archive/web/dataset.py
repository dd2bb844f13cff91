"""The whole archive as schema.org describes a data set, for search engines of data."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from archive.dump.kept import Kept, KeptFile

Absolute = Callable[[str], str]


def dataset(found: Kept, *, absolute: Absolute) -> dict[str, Any]:
    """A ``Dataset`` with each of its files as a ``DataDownload``.

    https://schema.org/Dataset says what each property means.
    """
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("Recalling: United Nations resolutions on human rights defenders"),
        "description": _(
            "Resolutions of the United Nations and drafts of them, with their texts, paragraphs, "
            "notes and citations, and the files that the texts are from."
        ),
        "url": absolute(reverse("data")),
        "version": found.issue.version,
        "dateModified": found.issue.changed_at.isoformat(),
        "license": f"{absolute(reverse('about'))}#reuse",
        "creator": {"@type": "Organization", "name": "Recalling", "url": absolute(reverse("home"))},
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "distribution": [_download(file, absolute=absolute) for file in found.files],
    }


def _download(file: KeptFile, *, absolute: Absolute) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "description": file.holds,
        "encodingFormat": file.media_type,
        "contentUrl": absolute(reverse("download", args=[file.name])),
        "contentSize": str(file.size_bytes),
        "sha256": file.sha256,
    }
