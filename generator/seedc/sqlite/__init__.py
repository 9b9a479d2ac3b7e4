"""The words of SQLite, for what is printed for it and for what is sent to it."""
