"""What `seedc apply` does to a file of SQLite."""
