"""Suggested codes: a small model of this installation's own codings, which proposes and never decides."""
