"""What the people of Åkersta say, in six languages. All of it is invented."""
