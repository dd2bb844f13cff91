"""What is typed: read into terms, then into the keys by which cards and paragraphs are asked."""
