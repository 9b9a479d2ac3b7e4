"""Turn a catalog and its rows into files in memory; never touches the disk."""
