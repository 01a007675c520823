"""The analyst's extract: closed answers, one row a voice, asked for by one person and granted by another."""
