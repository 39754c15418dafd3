"""Inferring: from finding rules and facts to what fired.

Rules are compiled to ground programs, without variables or alternatives. Two engines run them:
the reference matcher, which says what they mean, and durable-rules where it is installed. Both
give the same answer to the last place.
"""
