"""Recalling: a searchable archive of United Nations resolutions on human rights defenders."""

__version__ = "0.1.0"
