"""Runs rules on the embedded PostgreSQL, where they can do nothing but read.

A rule is written by whoever writes seeds, and means what Postgres says it means, on
every machine and on every day. It is run as a role that may use no function but those
of a closed list (`database`), on temporary copies of the tables that rules name
(`tables`), once the tree that Postgres made of it shows a plain query without a clock
(`tree`), in a read-only transaction and for a limited time (`query`).
"""
