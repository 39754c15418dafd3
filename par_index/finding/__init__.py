"""Finding: what a scored submission is known to be, and what rules make of it."""
