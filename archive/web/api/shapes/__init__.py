"""Shapes of answers, as OpenAPI describes them: each member by its name, with what it holds."""
