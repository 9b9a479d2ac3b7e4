"""The statements of a run: what `apply` runs and what `emit` prints as `seed.sql`.

    begin    temporary tables for what is known and what is found
    prepare  a staging table for each table, and the keys that change or go
    look     what happens to each row
    judge    what must be refused
    steps    the writes
    end      the ledger

Pure: nothing here talks to a database.
"""
