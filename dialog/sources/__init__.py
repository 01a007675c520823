"""Evidence from elsewhere beside what residents say: each source in a lane of its own, as its publisher tells it."""
