"""Word: documents as Office Open XML has them (.docx), with changes that are tracked."""
