"""Turn checked documents into the typed catalog and its rows."""
