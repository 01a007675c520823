"""Staff accounts without a programmer: who works here, with which roles, and what helps who can't get in."""
