"""What Flask needs: one session a request, languages, gates, forms, headers."""
