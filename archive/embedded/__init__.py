"""A Django database backend that runs a private PostgreSQL; the decision is docs/decisions/0001."""
