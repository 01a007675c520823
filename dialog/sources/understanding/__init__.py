"""What the columns of somebody's table mean, and the figures that follow; no Flask, no database."""
