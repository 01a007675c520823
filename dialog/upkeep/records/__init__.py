"""Everything that is held on a selection, masked, for a request to see public records."""
