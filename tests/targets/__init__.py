"""What each target makes of each shape of schema, as pages of the documentation."""
