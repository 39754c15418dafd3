"""The cheapest path: what to move, at the least effort, so that a grade or a total is certain."""
