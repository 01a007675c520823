"""Internal notes of staff about a text or a report, for their own authority only."""
