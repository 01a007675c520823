"""Where an installation keeps its model, and the model at hand in each process."""

from pathlib import Path
from zipfile import BadZipFile

from dialog.review.suggesting.model import Model, read_model

_AT_HAND: dict[Path, tuple[tuple[int, int], Model]] = {}  # by file: when it was written and how long it is


def model_file(instance: Path) -> Path:
    return instance / "suggestions" / "model.npz"


def current_model(instance: Path) -> Model | None:
    """None where there is none, or none that can be read: it is made anew from what is coded."""
    file = model_file(instance)
    try:
        found = file.stat()
        stamp = (found.st_mtime_ns, found.st_size)
        if file not in _AT_HAND or _AT_HAND[file][0] != stamp:
            _AT_HAND[file] = (stamp, read_model(file))
        return _AT_HAND[file][1]
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return None


def forget_model(instance: Path) -> None:
    """Take the model away, so that nothing that has been destroyed since has a part in it any more."""
    model_file(instance).unlink(missing_ok=True)
    _AT_HAND.pop(model_file(instance), None)
