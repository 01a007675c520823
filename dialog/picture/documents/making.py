"""Making files of documents. Imported by the process of long work alone, since the libraries are large."""

from dialog.picture.documents.names import PDF, FileName
from dialog.picture.documents.queries import Bound
from dialog.picture.documents.to_docx import to_docx
from dialog.picture.documents.to_pdf import to_pdf
from dialog.picture.documents.view import Wanted, view_of


def make_file(bound: Bound, name: FileName, *, internal: bool) -> bytes:
    wanted = Wanted(name.version, internal=internal, language=name.language)
    view = view_of(bound.picture, bound.paper, bound.stamp, wanted)
    return to_pdf(view, name.version) if name.kind == PDF else to_docx(view, name.version)
