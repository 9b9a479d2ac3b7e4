"""Brings the cache, a Redis, up to date with the ledger.

    look     what the ledger says, in one snapshot with the rows
    choose   the tables that the cache does not have as they are
    stage    their records, under keys of their own
    swap     all of them at once

Then the outbox is told. What ends it before that is repaired by running it again.
"""
