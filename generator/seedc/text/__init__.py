"""Pure functions over text: names, places, near words."""
