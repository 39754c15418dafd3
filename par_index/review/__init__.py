"""Review: what a reviewer does with a submission, and the record that proves it."""
