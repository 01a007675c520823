"""What Åkersta's analyst makes of the figures: findings, causes and focus areas of both rounds."""
