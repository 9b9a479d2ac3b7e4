"""Plans as people and programs read them: pure functions from a plan to a text."""
