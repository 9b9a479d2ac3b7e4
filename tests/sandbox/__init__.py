"""Laws of the embedded PostgreSQL."""
