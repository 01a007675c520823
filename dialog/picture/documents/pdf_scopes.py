"""Saying in a PDF what each header of a table is a header of, which WeasyPrint leaves out (ISO 14289-1, 7.5)."""

from collections.abc import Mapping
from typing import Any

Parts = Mapping[Any, dict[str, Any]]  # by their reference


def say_scopes(_document: object, pdf: Any) -> None:
    """Of a column for headers in the head of a table, of a row for those in its body; the last step before writing."""
    found: list[Any] = [one for one in pdf.objects if isinstance(one, dict)]
    parts: Parts = {one.reference: one for one in found}
    for part in parts.values():
        if part.get("S") == "/TH":
            part["A"]["Scope"] = "/Column" if _is_in_head(part, parts) else "/Row"


def _is_in_head(part: dict[str, Any], parts: Parts) -> bool:
    while (part := parts.get(part.get("P"), {})) and part["S"] != "/Table":
        if part["S"] == "/THead":
            return True
    return False
