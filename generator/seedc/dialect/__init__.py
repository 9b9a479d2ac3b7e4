"""The schema language: JSON Schema 2020-12 and three keywords of our own."""
