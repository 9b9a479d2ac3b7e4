"""Hostile input: a clear problem or a correct result, in bounded time and memory."""
