"""Opening a file that may not be there."""

from pathlib import Path

from dialog.languages import N_, Sentence
from dialog.rows.row import EmptyFile, UnreadableFile


def content_of(path: Path) -> bytes:
    """All bytes of a file. Raises EmptyFile, or UnreadableFile with a sentence for whoever named the file."""
    if not path.exists():
        raise UnreadableFile(Sentence(N_("There is no file %(file)s."), file=path))
    if not path.is_file():
        raise UnreadableFile(Sentence(N_("%(file)s is no file."), file=path))
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise UnreadableFile(
            Sentence(N_("%(file)s can't be read: %(problem)s."), file=path.name, problem=problem.strerror)
        ) from None
    if not content:
        raise EmptyFile(Sentence(N_("%(file)s is empty."), file=path.name))
    return content
