"""The words of Postgres: identifiers, literals and definitions."""
