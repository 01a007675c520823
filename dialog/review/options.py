"""Which options a report names. Pure."""

from collections.abc import Mapping
from typing import Any


def options_of(answers: Mapping[str, Any], name: str) -> list[str]:
    """The option ids of one answer, whether one or several could be chosen."""
    answer = answers.get(name) or []
    return answer if isinstance(answer, list) else [answer]
