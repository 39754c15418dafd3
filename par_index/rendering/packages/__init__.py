"""Packages and receipts: what was made, and what was verified."""
