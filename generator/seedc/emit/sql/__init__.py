"""SQL for Postgres and SQLite: `schema.sql` and `seed.sql`."""
