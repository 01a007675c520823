"""Opening a file that may not be there."""

from pathlib import Path

from dialog.rows.row import EmptyFile, UnreadableFile


def content_of(path: Path) -> bytes:
    """All bytes of a file. Raises EmptyFile, or UnreadableFile with a sentence for whoever named the file."""
    if not path.exists():
        raise UnreadableFile(f"There is no file {path}.")
    if not path.is_file():
        raise UnreadableFile(f"{path} is no file.")
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise UnreadableFile(f"{path.name} can't be read: {problem.strerror}.") from None
    if not content:
        raise EmptyFile(f"{path.name} is empty.")
    return content
