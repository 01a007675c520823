"""What a form of a question changes, kept together with what others have changed since it was opened. Pure.

Whoever has a question open changes only the parts that they touch: its other languages are none of their form's
business, and a field that they left alone is not put back to what it was. Only where two have changed the same part
somebody has to choose.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialog.survey.editing import NoSuchPart, find_question
from dialog.survey.making.given import Given, first, is_checked
from dialog.survey.making.lines import TICKED
from dialog.survey.making.looks import PLAIN, Looks, differing, looks_of, read_looks, spelled
from dialog.survey.making.question_form import apply_form, given_of
from dialog.survey.making.steps import step, without_line
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import PARTS

_FIELDS = ("text", *PARTS, *PLAIN, "exclusive")  # parts that are one field of the same name
_GROUPS = {"show_if": "when", "must": "must", "narrowed": "narrow"}  # parts whose fields are called so, and so-…


class Clash(Exception):
    """Somebody else has changed the same part meanwhile; `given` is the form with their other changes in it."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self.given = given


@dataclass(frozen=True)
class Together:
    """What is kept; and the question as the form shows it, which may not be all of it."""

    kept: Questionnaire
    shown: Questionnaire
    looks: str  # of what the form shows, for its next change
    by_others: bool  # whether others have changed something that the form does not show


def keep_together(
    questionnaire: Questionnaire, id: str, given: Given, seen: str, *, spent: Collection[str] = ()
) -> Together:
    """The questionnaire as it stands now, with what a form changes of a question. `seen`: how its parts looked.

    Raises Clash, NotUsable, and NoSuchPart where the question is gone.
    """
    base, now, go = read_looks(seen), looks_of(questionnaire, id), first(given, "go")
    fields = without_line(given, go)
    mine = apply_form(questionnaire, id, _for_comparison(fields, base, now), spent=spent)
    merged = fields if base == now else _agreed(fields, looks_of(mine, id), questionnaire, id, base)
    try:
        kept = step(apply_form(questionnaire, id, merged, spent=spent), id, go)
    except NoSuchPart:
        if base == now:
            raise
        raise Clash(merged) from None
    if differing(looks_of(kept, id), now) & differing(now, base):
        raise Clash(merged)
    shown = kept if base == now else step(mine, id, go)
    looks = looks_of(shown, id)
    return Together(kept, shown, spelled(looks), by_others=looks != looks_of(kept, id))


def _agreed(fields: Given, own: Looks, questionnaire: Questionnaire, id: str, base: Looks) -> Given:
    """The form with what others have changed since. `own`: how the question would look by the form alone.

    Raises Clash. Of other languages the form says nothing, and so it can't be at odds with anybody over them.
    """
    now, theirs = looks_of(questionnaire, id), given_of(questionnaire, find_question(questionnaire, id))
    merged = _merged(fields, theirs, differing(own, base))
    both = differing(own, base) & differing(now, base) & differing(own, now)
    if base.get("main") != now.get("main") or any(not part.endswith("+") for part in both):
        raise Clash(merged)
    return merged


def _for_comparison(given: Given, base: Looks, now: Looks) -> Given:
    """A long list in which nothing is missing but what others have added since."""
    is_older = "option_list" in given and base.get("options") != now.get("options")
    return {**given, "drop_options": ["yes"]} if is_older else given


def _merged(mine: Given, theirs: Given, changed: Collection[str]) -> Given:
    """Their form with what mine changes."""
    parts = dict.fromkeys([*first(mine, "parts").split(), *first(theirs, "parts").split()])
    merged = {**theirs, "parts": [" ".join(parts)]}
    for part in _FIELDS:
        if part in changed:
            merged[part] = mine.get(part, ())
    for part, name in _GROUPS.items():
        if part in changed:
            merged = {field: values for field, values in merged.items() if not _is_of(field, name)}
            merged |= {field: values for field, values in mine.items() if _is_of(field, name)}
    merged |= _lines(mine, theirs, "option", ":", changed) | _lines(mine, theirs, "row", "/", changed)
    return merged | _ticked(mine, theirs, changed)


def _is_of(field: str, group: str) -> bool:
    return field == group or field.startswith(f"{group}-")


def _lines(mine: Given, theirs: Given, part: str, sign: str, changed: Collection[str]) -> dict[str, list[str]]:
    """Which options or rows there are as one of the two has it, and the words of each likewise."""
    source = mine if f"{part}s" in changed else theirs
    if f"{part}_list" in source:
        return {f"{part}_list": list(source[f"{part}_list"]), "drop_options": list(source.get("drop_options", ()))}
    found = {
        f"{part}_id": list(source.get(f"{part}_id", ())),
        f"more_{part}s": list(source.get(f"more_{part}s", ())),
    }
    fields = {f"{part}_text": f"{sign}{{}}", **({"row_measures": "/{}.measures"} if part == "row" else {})}
    for field, path in fields.items():
        own, others = _by_id(mine, part, field), _by_id(theirs, part, field)
        lines = zip(source.get(f"{part}_id", ()), source.get(field, ()), strict=False)
        found[field] = [
            (own if path.format(id) in changed else others).get(id, value) if id else value for id, value in lines
        ]
    return found


def _by_id(given: Given, part: str, field: str) -> Mapping[str, str]:
    return dict(zip(given.get(f"{part}_id", ()), given.get(field, ()), strict=False))


def _ticked(mine: Given, theirs: Given, changed: Collection[str]) -> dict[str, list[str]]:
    """Don't know and won't say, which are boxes to tick, and their words."""
    source = mine if "options" in changed else theirs
    found: dict[str, list[str]] = {}
    for id in TICKED:
        words = mine if f":{id}" in changed else theirs
        found[id] = ["yes"] if is_checked(source, id) else []
        found[f"{id}_text"] = list(words.get(f"{id}_text", ()) or source.get(f"{id}_text", ()))
    return found
