"""What `seedc apply` and `seed.sql` do to a live Postgres."""
