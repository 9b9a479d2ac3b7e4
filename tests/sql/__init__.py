"""SQL that seedc writes, run on the databases that it is written for."""
