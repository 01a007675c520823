"""Whether a text accuses somebody who can be named, or tells of a concrete crime; it holds back and never decides."""
