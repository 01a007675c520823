"""What leaves of one occasion or one channel of a round before, beside or after its editions, as protected tables."""
