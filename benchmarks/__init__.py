"""Benchmarks: par_index beside other engines and tools, each proven equal before it is timed.

Run with ``make bench``; docs/performance.md says what is measured and how to read it.
"""
