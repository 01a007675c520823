"""Sound questionnaires of every shape, for property-based tests."""

from collections.abc import Sequence

from hypothesis import strategies as st

from dialog.survey.conditions import SIGNS, AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.questionnaire import (
    FEELINGS,
    KINDS,
    STATES,
    WRITTEN,
    Mark,
    Narrowing,
    Option,
    Question,
    Questionnaire,
    Row,
    Section,
)

# Whatever may stand in a text: also spaces around it, lines, markup, what looks like a formula or a reference.
SIGNS_OF_TEXTS = st.characters(exclude_categories=["C"]) | st.sampled_from("\n\t <>{}$*=\"'_x\u200f\ufffe&")
TEXTS = st.text(SIGNS_OF_TEXTS, min_size=1, max_size=12).filter(str.strip) | st.sampled_from(
    ["<b>bold</b>", "${Q1}", "**x**", "=1+1", " first", "last ", "_x000D_", "_x0041_", "true", "1", "1.0", "a\nb", "‎ب"]
)
WORDS = st.fixed_dictionaries({"sv": TEXTS, "en": TEXTS, "ar": TEXTS}, optional={"fi": TEXTS, "pt-BR": TEXTS})
IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,7}", fullmatch=True) | st.from_regex(
    r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}", fullmatch=True
)
TAGS = st.dictionaries(
    st.sampled_from(["region", "name", "a b", "Ö"]), st.sampled_from(["", "a", " b", "1"]), max_size=2
)
OPTIONS = st.lists(st.builds(Option, IDS, WORDS, TAGS), min_size=1, max_size=4, unique_by=lambda one: one.id).map(tuple)
ROWS = st.lists(st.builds(Row, IDS, WORDS, IDS), min_size=1, max_size=4, unique_by=lambda one: one.id).map(tuple)
NUMBERS = st.integers(0, 50) | st.floats(-50, 50)
DAYS = st.dates().map(lambda day: day.isoformat())


def conditions(known: Sequence[str]) -> st.SearchStrategy[Condition]:
    """Conditions on questions asked before."""
    asked = st.sampled_from(known)
    simple = (
        st.builds(Chosen, asked, st.lists(IDS, min_size=1, max_size=2).map(tuple))
        | st.builds(Answered, asked)
        | st.builds(Counted, asked, st.sampled_from(SIGNS), st.integers(0, 9))
        | st.builds(Compared, asked, st.sampled_from(SIGNS), NUMBERS | DAYS)
        | st.builds(lambda one, sign, other: Compared(one, sign, other=other), asked, st.sampled_from(SIGNS), asked)
    )
    return st.recursive(
        simple,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=2).map(lambda some: AllOf(tuple(some)))
            | st.lists(inner, min_size=1, max_size=2).map(lambda some: AnyOf(tuple(some)))
            | st.builds(Not, inner)
        ),
        max_leaves=4,
    )


def known_of(asked: Sequence[Question]) -> list[str]:
    """What conditions after these questions can look at."""
    written = [one.id for one in asked if one.kind in WRITTEN]
    return ["Q0", *(column.id for one in asked for column in one.columns()), *written]


def likely(asked: Sequence[Question]) -> st.SearchStrategy[Condition]:
    """Conditions of the kind that people write: on options that there are, on numbers and dates."""
    chosen = [
        Chosen(column.id, (option.id,))
        for question in asked
        for column in question.columns()
        for option in question.options[:2]
    ]
    compared = [Compared(one.id, ">=", 3) for one in asked if one.kind == "number"]
    dated = [Compared(one.id, "<", "2026-05-04") for one in asked if one.kind == "date"]
    counted = [Counted(one.id, "<=", 1) for one in asked if one.kind in ("several_of", "ranking")]
    answered = [Answered(one.id) for one in asked if one.kind in ("area", *WRITTEN)]
    every: list[Condition] = [*chosen, *compared, *dated, *counted, *answered]
    simple = st.sampled_from(every)
    pairs = st.lists(simple, min_size=2, max_size=3).map(tuple)
    return simple | st.builds(Not, simple) | st.builds(AllOf, pairs) | st.builds(AnyOf, pairs)


@st.composite
def bounds(draw, kind: str) -> dict[str, object]:
    if kind == "number":
        return {"least": draw(st.none() | NUMBERS), "most": draw(st.none() | st.integers(51, 99) | st.floats(51, 1e15))}
    if kind == "date":
        least, most = sorted((draw(DAYS), draw(DAYS)))
        return draw(st.sampled_from([{}, {"least": least}, {"most": most}, {"least": least, "most": most}]))
    return {}


@st.composite
def questions(draw, id: str, asked: Sequence[Question]) -> Question:
    kind = draw(st.sampled_from([kind for kind in KINDS if kind != "area"]))
    chosen = kind in ("one_of", "several_of", "scale", "matrix", "ranking")
    options = draw(OPTIONS) if chosen or (kind in ("number", "date") and draw(st.booleans())) else ()
    several = kind == "several_of"
    beside = kind in ("one_of", "several_of") and draw(st.booleans())
    known = known_of(asked)
    earlier = st.none() | conditions(known) | likely(asked)
    filtered = kind in ("one_of", "several_of", "ranking")
    narrowings = st.builds(Narrowing, st.sampled_from(["region", "a b"]), st.sampled_from(known), st.booleans())
    made = Question(
        id=id,
        kind=kind,
        text=draw(WORDS),
        hint=draw(st.just({}) | WORDS),
        options=options,
        rows=draw(ROWS) if kind in ("scale", "matrix") else (),
        required=draw(st.booleans()),
        maximum=draw(st.none() | st.integers(1, 3)) if kind in ("several_of", "ranking", "places") else None,
        exclusive=draw(st.frozensets(st.sampled_from([one.id for one in options]))) if several else frozenset(),
        text_label=draw(WORDS) if beside else {},
        text_hint=draw(st.just({}) | WORDS) if beside else {},
        feeling=draw(st.sampled_from(FEELINGS)) if kind == "places" else "",
        measures=draw(st.just("") | IDS),
        background=draw(st.booleans()),
        show_if=draw(earlier),
        shuffle=chosen and draw(st.booleans()),
        narrowed=tuple(draw(st.lists(narrowings, max_size=2, unique=True))) if filtered else (),
        whole=kind == "number" and draw(st.booleans()),
        must_text=draw(st.just({}) | WORDS),
        **draw(bounds(kind)),
    )
    own = st.none() | conditions([*known, id]) | likely([*asked, made])
    return Question(**{**vars_of(made), "must": draw(own)}) if filtered or kind in ("number", "date") else made


def vars_of(question: Question) -> dict[str, object]:
    return {name: getattr(question, name) for name in Question.__dataclass_fields__}


@st.composite
def questionnaires(draw) -> Questionnaire:
    asked = [Question("Q0", "area", draw(WORDS), options=draw(st.just(()) | OPTIONS), required=True)]
    for number in range(1, draw(st.integers(2, 5))):
        asked.append(draw(questions(draw(st.sampled_from([f"Q{number}", f"{number}q", f"q_{number}-"])), asked)))
    known = known_of(asked)
    last = draw(questions("Q98", asked))
    sections = (
        Section(draw(st.sampled_from(["s", "Q1", "meta", "1s"])), draw(WORDS), tuple(asked)),
        Section("t", draw(WORDS), (last,), draw(st.none() | conditions(known) | likely(asked))),
    )
    marks = {
        path: {tag: Mark(draw(st.sampled_from(STATES)), draw(st.sampled_from(["0123", "e3b0c44298fc1c14"])))}
        for path in draw(st.lists(st.sampled_from(["title", "section:t", "Q0", "Q98.hint", "gone"]), unique=True))
        for tag in draw(st.lists(st.sampled_from(["sv", "en", "ar", "fi"]), max_size=1))
    }
    return Questionnaire(
        draw(IDS),
        draw(st.integers(1, 9999)),
        draw(WORDS),
        sections,
        main=draw(st.sampled_from(["sv", "en"])),
        spoken=draw(st.sampled_from([(), ("sv", "en", "fi"), ("en", "ar", "sv")])),
        marks=marks,
    )
