"""Whatever the sources hold, compiling them ends in rows or in sound problems."""
