"""References to resolutions and to their paragraphs, in styles and for machines: values alone."""
