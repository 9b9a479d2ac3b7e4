"""Talks to PostgreSQL through the driver, which is loaded when it is needed.

What a database refuses leaves as a `RefusedError`; within `connect.connect`, which is
for users' databases, in words that say what to do about it.
"""
