"""The codebook: two levels of codes for what residents mean, in numbered versions that staff write further."""
