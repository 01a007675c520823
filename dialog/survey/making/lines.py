"""The options and rows of a question, one a line of its form; each keeps its id whatever its words become. Pure.

"Don't know" and "won't say" are boxes to tick, since their ids mean just that in every question.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from dialog.survey import wording
from dialog.survey.editing import find_question, set_options, set_rows, set_text
from dialog.survey.making.given import Given, first, is_checked, line_of, same_line
from dialog.survey.making.ids import id_from
from dialog.survey.pieces import is_id
from dialog.survey.questionnaire import DONT_KNOW, WONT_SAY, Option, Question, Questionnaire, Row

TICKED = {DONT_KNOW: wording.DONT_KNOW, WONT_SAY: wording.PREFER_NOT}
MANY = 60  # options: more are written in one large field, each line its id, a bar and its words
_BAR = "|"

Stored = Mapping[str, Option] | Mapping[str, Row]


def given_of_options(question: Question, main: str) -> dict[str, list[str]]:
    lines = [option for option in question.options if option.id not in TICKED]
    ticked = {option.id: option.text.get(main, "") for option in question.options if option.id in TICKED}
    own = {f"{id}_text": [text] for id, text in ticked.items()} | {id: ["yes"] for id in ticked}
    if len(lines) > MANY:
        written = "\n".join(f"{option.id} {_BAR} {line_of(option.text.get(main, ''))}" for option in lines)
        return {"option_list": [written], **own}
    return {"option_id": [one.id for one in lines], "option_text": [one.text.get(main, "") for one in lines], **own}


def given_of_rows(question: Question, main: str) -> dict[str, list[str]]:
    return {
        "row_id": [row.id for row in question.rows],
        "row_text": [row.text.get(main, "") for row in question.rows],
        "row_measures": [row.measures for row in question.rows],
    }


def change_options(
    questionnaire: Questionnaire, id: str, given: Given, spent: Collection[str], problems: dict[str, str]
) -> Questionnaire:
    """The options as the form has them. An empty line that was an option is a problem: removing has its own button."""
    question, main = find_question(questionnaire, id), questionnaire.main
    known = {option.id: option for option in question.options}
    written = _written_options(given)
    named = list(_named(written, known, {*spent, *known, *TICKED}, "o"))
    problems.update({f"option-{one}": "empty" for one in _emptied(written, known, main)})
    if "option_list" in given and not is_checked(given, "drop_options"):
        missing = known.keys() - {option_id for option_id, _ in named} - TICKED.keys()
        problems.update({"option_list": "missing"} if missing else {})
    kept = [known.get(option_id) or Option(option_id, {main: text}) for option_id, text in named]
    changed = set_options(questionnaire, id, _with_ticked(kept, question, given, main))
    for option_id, text in written:
        changed = _worded(changed, f"{id}:{option_id}", known.get(option_id), text)
    for option_id in TICKED:
        changed = _worded(changed, f"{id}:{option_id}", known.get(option_id), first(given, f"{option_id}_text"))
    return changed


def change_rows(
    questionnaire: Questionnaire, id: str, given: Given, spent: Collection[str], problems: dict[str, str]
) -> Questionnaire:
    """The rows as the form has them, in the same way."""
    question, main = find_question(questionnaire, id), questionnaire.main
    known = {row.id: row for row in question.rows}
    written = _pairs(given, "row")
    named = list(_named(written, known, {*spent, *known}, "r"))
    problems.update({f"row-{one}": "empty" for one in _emptied(written, known, main)})
    measured = dict(zip(given.get("row_id", ()), given.get("row_measures", ()), strict=False))
    rows = [
        replace(known[row_id], measures=measured.get(row_id, known[row_id].measures))
        if row_id in known
        else Row(row_id, {main: text})
        for row_id, text in named
    ]
    changed = set_rows(questionnaire, id, rows)
    for row_id, text in written:
        changed = _worded(changed, f"{id}/{row_id}", known.get(row_id), text)
    return changed


def ids_of_lines(question: Question, given: Given, part: str) -> list[str]:
    """The id that each line of the form has, now that it is kept; empty for a line that says nothing."""
    parts = question.rows if part == "row" else question.options
    ids = given.get(f"{part}_id", ())
    fresh = iter([one.id for one in parts if one.id not in ids and one.id not in TICKED])
    lines = zip(ids, given.get(f"{part}_text", ()), strict=False)
    return [id or (next(fresh, "") if line_of(text) else "") for id, text in lines]


def _written_options(given: Given) -> list[tuple[str, str]]:
    if "option_list" not in given:
        return _pairs(given, "option")
    lines = (line.partition(_BAR) for line in first(given, "option_list").splitlines())
    return [(id.strip(), line_of(text)) if bar else ("", line_of(id)) for id, bar, text in lines if id.strip()]


def _pairs(given: Given, part: str) -> list[tuple[str, str]]:
    """(id, words) of each line, and of each line of what was added below; an empty id is a new one."""
    lines = zip(given.get(f"{part}_id", ()), given.get(f"{part}_text", ()), strict=False)
    more = [("", line) for line in first(given, f"more_{part}s").splitlines()]
    cleaned = [(id, line_of(text)) for id, text in (*lines, *more)]
    return [(id, text) for id, text in cleaned if id or text]


def _named(
    written: Sequence[tuple[str, str]], known: Stored, taken: set[str], beginning: str
) -> Iterator[tuple[str, str]]:
    """Each line with its id, or one of its own where it has none, or one that another line has."""
    seen: set[str] = set()
    for id, text in written:
        fresh = not is_id(id) or id in seen
        if not text and (fresh or id not in known):
            continue
        name = id_from(text, taken, beginning) if fresh else id
        taken.add(name)
        seen.add(name)
        yield name, text


def _emptied(written: Sequence[tuple[str, str]], known: Stored, main: str) -> list[str]:
    """Lines whose words were taken away, though something still stands for them."""
    return [id for id, text in written if not text and id in known and known[id].text.get(main)]


def _with_ticked(kept: list[Option], question: Question, given: Given, main: str) -> list[Option]:
    """With the options that are boxes to tick, where they stood, or last."""
    order = [option.id for option in question.options]
    for id, usual in TICKED.items():
        if not is_checked(given, id):
            continue
        if id in order:
            kept.insert(min(order.index(id), len(kept)), question.options[order.index(id)])
        else:
            text = {main: usual.text["en"], **usual.text}
            kept.append(Option(id, text))
    return kept


def _worded(questionnaire: Questionnaire, path: str, stored: Option | Row | None, text: str) -> Questionnaire:
    """With other words for what was there; its translations stay, and tell that their source has changed."""
    text = line_of(text)
    if stored is None or not text or same_line(stored.text.get(questionnaire.main, ""), text):
        return questionnaire
    question, _, id = path.replace("/", ":").partition(":")
    found = find_question(questionnaire, question)
    if id not in {option.id for option in found.options} | {row.id for row in found.rows}:
        return questionnaire
    return set_text(questionnaire, path, questionnaire.main, text)
