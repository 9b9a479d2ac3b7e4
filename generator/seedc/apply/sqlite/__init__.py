"""Brings a file of SQLite to what the seeds say, for local work.

    look > follow the keys that change > decide, table by table > judge > write

What is decided is decided in plain Python on rows in memory, as a file of this kind
has one writer at a time; the decisions mean the same as those on Postgres.
"""
