"""The reader of the cache, as a user's program has it."""
