"""Rows of a list of service requests as Open311 servers write it in XML (GeoReport v2). Pure."""

from pathlib import Path
from xml.etree import ElementTree

from dialog.rows.encoding import decode
from dialog.rows.opening import content_of
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

LISTS = ("service_requests", "requests")  # what the outermost element may be called
LARGEST = 200_000_000  # bytes
_DEEPEST = 8  # elements inside elements; the standard needs three
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")  # by which a small file grows large, or fetches another


def read_service_requests(path: Path) -> Rows:
    """The requests of an XML file, one after the other. Raises EmptyFile or UnreadableFile."""
    content = content_of(path)
    if len(content) > LARGEST:
        raise UnreadableFile(f"{path.name} is larger than {LARGEST // 1_000_000} MB: split it.")
    text = decode(content).strip("\ufeff \t\r\n\0")
    if any(one in text.upper() for one in _DECLARATIONS):
        raise UnreadableFile(f"{path.name} declares a document type or entities, which no list of requests needs.")
    requests = _parsed(text, path.name)
    if not requests:
        raise EmptyFile(f"{path.name} holds no service requests.")
    rows = [Row(number, values) for number, values in enumerate(requests, start=1)]
    columns = dict.fromkeys(column for row in rows for column in row.values)
    return Rows(columns, rows, len(rows))


def _parsed(text: str, name: str) -> list[dict[str, str]]:
    target = _Requests(name)
    parser = ElementTree.XMLParser(target=target)  # noqa: S314  (what declares a type or an entity never comes here)
    try:
        parser.feed(text)
        parser.close()
    except ElementTree.ParseError as problem:
        raise UnreadableFile(f"{name} is no XML: {problem}.") from None
    except UnicodeEncodeError:
        raise UnreadableFile(f"{name} holds bytes that are no characters.") from None
    return target.requests


class _Requests:
    """Listens to the parser and keeps the fields of each request: service_code, …; attribute.code of what is inside."""

    def __init__(self, name: str) -> None:
        self.requests: list[dict[str, str]] = []
        self._name = name  # of the file
        self._path: list[str] = []
        self._words: list[str] = []

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._path.append(tag.rpartition("}")[2])
        self._words.clear()
        if self._path[0] not in LISTS:
            raise UnreadableFile(f"{self._name} is no list of service requests (GeoReport v2).")
        if len(self._path) > _DEEPEST:
            raise UnreadableFile(f"{self._name} holds elements too deep inside one another.")
        if len(self._path) == 2:
            self.requests.append({})

    def data(self, words: str) -> None:
        self._words.append(words)

    def end(self, _tag: str) -> None:
        said, field = "".join(self._words).strip(), ".".join(self._path[2:])
        if field and said:
            values = self.requests[-1]
            values[field] = f"{values[field]}; {said}" if field in values else said
        self._path.pop()
        self._words.clear()

    def close(self) -> None:
        """Nothing is left to do."""
