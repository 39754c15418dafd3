"""The peers: other engines with the same rules, each in its own language."""
