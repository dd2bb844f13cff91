"""The archive's tables: one module for each model."""

from archive.models.archive_version import ArchiveVersion
from archive.models.batch import Batch, BatchFile
from archive.models.card_lists import CardLists
from archive.models.catalogue_card import CatalogueCard
from archive.models.citation import Citation
from archive.models.correction import Correction
from archive.models.evidence import Evidence
from archive.models.footnote import Footnote
from archive.models.ingestion import Ingestion
from archive.models.lineage import Lineage, LineagePlace
from archive.models.pairing import ComparedTexts, ParagraphPairing
from archive.models.paragraph import Paragraph
from archive.models.problem_report import ProblemReport
from archive.models.resolution import Resolution
from archive.models.series import Membership, Series
from archive.models.source_file import SourceFile
from archive.models.strength import OpeningStrength
from archive.models.text import READING_LANGUAGE, Text
from archive.models.word import Word
from archive.models.wording import PairFrequency, Wording, WordingUse

__all__ = [
    "READING_LANGUAGE",
    "ArchiveVersion",
    "Batch",
    "BatchFile",
    "CardLists",
    "CatalogueCard",
    "Citation",
    "ComparedTexts",
    "Correction",
    "Evidence",
    "Footnote",
    "Ingestion",
    "Lineage",
    "LineagePlace",
    "Membership",
    "OpeningStrength",
    "PairFrequency",
    "Paragraph",
    "ParagraphPairing",
    "ProblemReport",
    "Resolution",
    "Series",
    "SourceFile",
    "Text",
    "Word",
    "Wording",
    "WordingUse",
]
