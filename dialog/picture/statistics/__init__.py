"""What may be said beyond counts: who answered beside who lives there, what can be compared, how sure a sample is."""
