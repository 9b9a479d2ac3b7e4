"""The kinds of mistake, a file for what each attacks."""
