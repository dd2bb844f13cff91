"""Pages of lineages: a paragraph through the texts of its series, with each of its wordings."""
