"""Packages: a submission with its set, its score and its documents in one file, and receipts.

A package is a BagIt bag (RFC 8493) in a canonical zip: what it holds decides every byte of it, so
nothing in it can change unseen. `building.build` makes one of its parts, `opening.open_package`
reads one, `rescoring.rescore` scores what it holds, `verifying.verify_package` compares that with
what it says.
"""
