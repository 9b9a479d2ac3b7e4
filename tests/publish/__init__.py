"""The cache: a real Redis, filled from a real Postgres."""
