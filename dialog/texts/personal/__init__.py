"""Finding what could point to a person in a text, in every script; it proposes and never decides."""
