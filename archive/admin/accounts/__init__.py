"""Accounts of staff: logging in, the second factor, and how long a session lasts."""
