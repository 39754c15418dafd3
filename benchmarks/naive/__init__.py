"""A scorer as one writes it first: the rules read off the model, in decimals or in fractions.

It shares nothing with par_index's scoring nor with what the peers are given, so it says who is
wrong where they differ.
"""
