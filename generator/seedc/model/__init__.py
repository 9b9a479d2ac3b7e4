"""Frozen values that flow through the pipeline; nouns only, no behaviour."""
