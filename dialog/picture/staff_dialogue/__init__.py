"""What colleagues said of their work, counted by itself and protected more strictly than what residents say."""
