"""What keeps a file from being taken, though it can be read."""


class NotTaken(ValueError):
    """The file can't be taken as things are; the text says why, and what would help, in one sentence."""
