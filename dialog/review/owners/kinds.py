"""What kinds of owners there are. Pure."""

OWNER_KINDS = ("municipality", "police", "property", "road", "other")
