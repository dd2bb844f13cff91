"""Pages of series: which there are, and each as a matrix of its lineages and texts."""
