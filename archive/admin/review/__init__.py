"""Review: the source of an ingestion beside the edition that comes of it, and all in doubt."""
