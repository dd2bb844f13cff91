"""A worker whose parser is of another version, in the process of the tests."""

from archive.ingest import parsers
from archive.ingest.intake import claims
from archive.ingest.intake.findings import write_finding
from archive.models import SourceFile


def work_with_planted_parser() -> int:
    """Parse what waits by the parser that a test has planted; how many files there were."""
    begun = claims.claim_waiting(100)
    for claim in begun:
        file = SourceFile.objects.get(pk=claim.source_file)
        content = bytes(file.content)
        assert write_finding(claim, content, found=parsers.parse_content(content))
        claims.free(claim)
    return len(begun)
