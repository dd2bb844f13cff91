"""Pages for staff: every table to look at, with search, filters and links between rows."""

from archive.admin.citation import CitationAdmin
from archive.admin.evidence import EvidenceAdmin
from archive.admin.footnote import FootnoteAdmin
from archive.admin.ingestion import IngestionAdmin
from archive.admin.intake.batch import BatchAdmin
from archive.admin.pairing.pairing import ParagraphPairingAdmin
from archive.admin.paragraph import ParagraphAdmin
from archive.admin.reports.problem_report import ProblemReportAdmin
from archive.admin.resolution import ResolutionAdmin
from archive.admin.series.membership import MembershipAdmin
from archive.admin.series.series import SeriesAdmin
from archive.admin.source_file import SourceFileAdmin
from archive.admin.strength import OpeningStrengthAdmin
from archive.admin.text import TextAdmin

__all__ = [
    "BatchAdmin",
    "CitationAdmin",
    "EvidenceAdmin",
    "FootnoteAdmin",
    "IngestionAdmin",
    "MembershipAdmin",
    "OpeningStrengthAdmin",
    "ParagraphAdmin",
    "ParagraphPairingAdmin",
    "ProblemReportAdmin",
    "ResolutionAdmin",
    "SeriesAdmin",
    "SourceFileAdmin",
    "TextAdmin",
]
