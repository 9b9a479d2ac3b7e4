"""Laws of talking to a user's database."""
