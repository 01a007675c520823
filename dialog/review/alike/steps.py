"""What the status log says of things that are alike. Pure."""

GATHERED, LEFT = "gathered", "left_group"  # into a group of what is alike, out of it
HEADED = "made_head"  # the one that stands for its group
NO_DUPLICATE = "no_duplicate"  # it has the status that it had before it was marked
