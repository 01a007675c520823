"""What is alike: near-identical texts, reports of the same place and time, keeping them together, and bursts."""
