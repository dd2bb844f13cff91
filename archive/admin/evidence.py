"""Evidence: what each fact about each resolution rests on."""

from django.contrib import admin

from archive.admin.links import link_to_resolution
from archive.admin.reading import ReadingAdmin
from archive.models import Evidence


@admin.register(Evidence)
class EvidenceAdmin(ReadingAdmin):
    """Each fact's origin and words; unverified ones are one filter away."""

    list_display = ("about", "fact", "origin", "is_verified", "words")
    list_display_links = ("fact",)
    list_filter = ("is_verified", "origin", "fact")
    search_fields = ("resolution__symbol", "words")
    ordering = ("resolution__symbol", "fact")
    joined = ("resolution",)
    left_out = ("resolution__search_vector",)
    fields = ("about", "fact", "origin", "words", "is_verified")
    readonly_fields = ("about",)

    @admin.display(description="Resolution", ordering="resolution__symbol")
    def about(self, evidence: Evidence) -> str:
        """The resolution the fact is about."""
        return link_to_resolution(evidence.resolution)
