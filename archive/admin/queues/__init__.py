"""Queues: what waits for somebody of the staff, on the first page and as filters of lists."""
