"""A second evaluator of the interview rules, written from their description alone.

It imports nothing of `teui` and reads no data file, so that a mistake in the practice model's
data or in the engine cannot repeat itself here. `python -m tests.oracle` compares the two.
"""
