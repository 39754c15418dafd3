"""Signatures in PDF files: how far each can be relied on, offline, by roots that one names."""
