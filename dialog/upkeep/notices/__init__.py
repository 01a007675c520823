"""What waits for somebody: in a box on the first page after sign-in, and by e-mail for those who wish."""
