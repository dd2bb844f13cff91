"""The whole archive as files: docs/formats/dump.md says what is in each."""
