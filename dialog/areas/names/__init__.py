"""Names of spots: loading them, and finding one however it is spelled."""
