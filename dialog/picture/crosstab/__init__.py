"""Cross-tabs on the analyst's own screen: raw counts that never leave it, and closed answers in columns for them."""
