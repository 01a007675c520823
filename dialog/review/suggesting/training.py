"""Making a model from what has been coded here, on command or on request."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.suggesting.examples import SEED_GROUP, examples, how_many_codings, keep_examples
from dialog.review.suggesting.model import Model
from dialog.review.suggesting.store import current_model, model_file

GROWN = 1.1  # times as many codings as a model was made from: time for a new one
LONGEST = 600  # seconds
_ROOT = Path(__file__).parents[3]


class NotTrained(Exception):
    """The model could not be made; the one before stays. The text says why, in the words of the process."""


def is_due(session: Session, instance: Path) -> bool:
    """Whether there is no model, its codebook is an older one, or codings have grown by a tenth since."""
    model = current_model(instance)
    if model is None or model.report["codebook"] != codebook_in_force(session).version:
        return True
    return how_many_codings(session) >= max(model.report["codings"], 1) * GROWN


def train(session: Session, instance: Path, *, by: int | None, at: datetime) -> Model:
    """Make a model and put it in the place of the one before. Raises NotTrained."""
    book, found = codebook_in_force(session).in_use(), examples(session)
    codes = [code.id for code in book.codes]
    report = {
        "trained_at": at.isoformat(),
        "codings": how_many_codings(session),
        "codebook": book.version,
        "texts": sum(one.group != SEED_GROUP for one in found),
        "seeds": sum(one.group == SEED_GROUP for one in found),
    }
    file = model_file(instance)
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=file.parent) as folder:
        paths = [Path(folder) / name for name in ("examples.npz", "about.json", "model.npz")]
        keep_examples(found, codes, paths[0])
        paths[1].write_text(json.dumps({"codes": codes, "report": report}))
        _fit(*paths)
        os.replace(paths[2], file)
    model = current_model(instance)
    if model is None:
        raise NotTrained("what was written can't be read")
    record(session, "suggestions trained", "suggestions", by=by, texts=report["texts"], codings=report["codings"])
    return model


def _fit(*paths: Path) -> None:
    """In a process of its own, which is given numbers and nothing else: no texts, no settings, no secrets."""
    command = [sys.executable, "-m", "dialog.review.suggesting.fitting", *map(str, paths)]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    try:
        # S603: the command is this Python, a module of ours and files that we have just named ourselves
        subprocess.run(  # noqa: S603
            command, cwd=_ROOT, env=kept, check=True, capture_output=True, text=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        raise NotTrained(f"it took more than {LONGEST} seconds") from None
    except subprocess.CalledProcessError as problem:
        raise NotTrained(str(problem.stderr).strip().rpartition("\n")[2]) from None
