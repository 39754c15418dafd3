"""Reports: an assessment as a page of headline, gaps, areas and lists, for any medium."""
