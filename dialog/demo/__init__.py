"""The demonstration municipality, plainly fictional."""
