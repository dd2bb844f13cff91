"""Intake: files that people bring, until they are parsed."""
