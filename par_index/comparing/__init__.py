"""Comparing: what a unit reported held against what else it reported, nothing inferred."""
