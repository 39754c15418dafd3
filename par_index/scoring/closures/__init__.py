"""Closures: a criteria set compiled to integer arithmetic, one closure for each leaf.

The same meaning as `scoring.rules` where everything a leaf reads is known, many times faster.
What is unknown, and every reason, is the business of the interpreting path; tests hold the two
equal.
"""
