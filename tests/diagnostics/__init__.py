"""Laws of codes, of their pages, and of problems as text."""
