"""The long work of documents: what the process of jobs does for them."""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from sqlalchemy.orm import Session

from dialog.jobs.work import CanNotBeDone, File, Progress, Work
from dialog.languages import N_
from dialog.picture.documents.actions import DRAFT_FILE, EDITION_FILES, keep_file
from dialog.picture.documents.blocks import EASY_TAG, Paper
from dialog.picture.documents.names import KINDS as MEDIA
from dialog.picture.documents.names import every_name, parse_name
from dialog.picture.documents.queries import bound_draft, bound_edition
from dialog.picture.queries import NoSuchDraft, NoSuchEdition, find_draft, find_edition

IS_GONE = N_("What the file should be made of is not there any more.")


def make_draft_file(session: Session, what: Mapping[str, Any], progress: Progress) -> File:
    """One file of a draft, for whoever asked."""
    progress(0, 2)
    name = parse_name(what["name"])
    try:
        draft = find_draft(session, what["draft"])
    except NoSuchDraft:
        raise CanNotBeDone(IS_GONE) from None
    bound = bound_draft(session, draft)
    progress(1, 2)
    content = _make_file(bound, name, internal=what["internal"])
    progress(2, 2)
    who = "internal" if what["internal"] else "public"
    return File(f"draft-{draft.id}-{who}-{name}", MEDIA[name.kind], content)


def make_edition_files(session: Session, what: Mapping[str, Any], progress: Progress) -> None:
    """Every file of an edition, kept with it."""
    try:
        release = find_edition(session, what["edition"])
    except NoSuchEdition:
        raise CanNotBeDone(IS_GONE) from None
    bound = bound_edition(session, release)
    names = list(every_name(easy=_has_easy_text(bound.paper)))
    made = {}
    for done, name in enumerate(names):
        progress(done, len(names))
        made[str(name)] = _make_file(bound, name, internal=False)
    for kept, content in made.items():
        keep_file(session, release.edition, kept, content, on=date.today())


def _has_easy_text(paper: Paper) -> bool:
    return any((block.words or {}).get(EASY_TAG) for _section, block in paper.blocks())


def _make_file(*args: Any, **named: Any) -> bytes:
    """The makers of files are loaded when the first file is made: web processes only know that there is such work."""
    made: bytes = import_module("dialog.picture.documents.making").make_file(*args, **named)
    return made


KINDS: Mapping[str, Work] = {DRAFT_FILE: make_draft_file, EDITION_FILES: make_edition_files}
