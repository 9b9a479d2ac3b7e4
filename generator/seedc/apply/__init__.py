"""Brings a live database to what the seeds say: looks, plans, executes."""
