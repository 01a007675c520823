"""The analysis of a situation picture: what people find in it, why it is so, and what they propose to work with."""
