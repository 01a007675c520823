"""Documents as XML, and as the JSON that follows from it: GeoReport v2's Spark convention. Pure."""

import json
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

# What the members of a list are called. The list is an element itself; in JSON it is an array without that name.
MEMBERS = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "service_requests": "request",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
}
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: no such characters


def to_xml(name: str, content: Any) -> str:
    """A document whose outermost element is `name`: dicts, lists, texts, numbers, true, false and None."""
    root = Element(name)
    _fill(root, content)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def to_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def _fill(element: Element, content: Any) -> None:
    if isinstance(content, dict):
        for name, value in content.items():
            _fill(SubElement(element, name), value)
    elif isinstance(content, list):
        for value in content:
            _fill(SubElement(element, MEMBERS[element.tag]), value)
    elif content is not None:
        element.text = _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", _said(content))


def _said(content: object) -> str:
    return str(content).lower() if isinstance(content, bool) else str(content)
