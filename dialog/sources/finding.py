"""The source, the file or the words that an address means."""

from uuid import UUID

from flask import abort

from dialog.sources.models import Source, SourceText, SourceUpload
from dialog.sources.queries import NoSuchSource, find_source
from dialog.sources.uploads import NoSuchUpload, find_upload
from dialog.web.requests import db_session

_LARGEST_ID = 2**31 - 1


def source_or_404(source_id: int) -> Source:
    try:
        return find_source(db_session(), min(source_id, _LARGEST_ID))
    except NoSuchSource:
        abort(404)


def upload_or_404(upload_id: UUID) -> SourceUpload:
    try:
        return find_upload(db_session(), upload_id)
    except NoSuchUpload:
        abort(404)


def text_or_404(text_id: int) -> SourceText:
    return db_session().get(SourceText, min(text_id, _LARGEST_ID)) or abort(404)
