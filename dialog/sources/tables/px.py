"""PC-Axis (.px): the format of Statistics Sweden and its Nordic sisters. Pure."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, product
from math import prod

from dialog.languages import N_, Sentence
from dialog.rows.row import UnreadableFile
from dialog.sources.tables.dataset import AREA, MEASURE, PERIOD, Dataset, Dimension, Item
from dialog.sources.tables.px_keywords import Keywords, read_keywords
from dialog.sources.tables.px_text import decode_px
from dialog.sources.tables.refusing import MOST_CELLS, NOT_AS_MANY, TOO_MANY, in_file
from dialog.sources.tables.values import NONE, NOT_APPLICABLE, NOT_AVAILABLE, SECRET, Value, reason_of

_DATUM = re.compile(r'"([^"]*)"|([^\s,;"]+)')
# What stands in the data where there is no figure: DATASYMBOL1 to 6 are as many dots, DATASYMBOLNIL a line.
_DOTS = {".": NOT_APPLICABLE, "..": NOT_AVAILABLE, "...": SECRET, "-": NONE}
_WORDS = (  # how offices explain their symbols
    (SECRET, re.compile(r"sekret|hemlig|konfiden|confiden|secret|salassa|trúnað|fortrolig")),
    (
        NOT_APPLICABLE,
        re.compile(r"kan (?:ej|inte) förekomma|ej relevant|not applicable|impossible|not relevant|mahdoton"),
    ),
    (NONE, re.compile(r"^noll|zero|\bnil\b|inget finns")),
    (NOT_AVAILABLE, re.compile(r"not available|ej tillgänglig|inte tillgänglig|saknas|osäker|uncertain|missing")),
)


def read_px(content: bytes, name: str) -> Dataset:
    """The table, in the file's own language. Raises UnreadableFile when it is none, or contradicts itself."""
    keywords = read_keywords(decode_px(content), name)
    try:
        dimensions = [_dimension(keywords, one) for one in (*keywords.of("STUB"), *keywords.of("HEADING"))]
        size = prod(len(one.items) for one in dimensions)
        if not dimensions or size > MOST_CELLS:
            raise UnreadableFile(Sentence(TOO_MANY, number=size, most=MOST_CELLS))
        values = _values(keywords, dimensions)
        if len(values) != size:
            raise UnreadableFile(Sentence(NOT_AS_MANY, number=len(values), expected=size))
    except UnreadableFile as problem:
        raise UnreadableFile(in_file(name, problem)) from None
    return Dataset(
        dimensions,
        values,
        title=keywords.word("TITLE") or keywords.word("DESCRIPTION") or keywords.word("CONTENTS"),
        publisher=keywords.word("SOURCE"),
        unit=keywords.word("UNITS"),
        units=_units(keywords, dimensions),
        notes=tuple(_notes(keywords)),
    )


def _dimension(keywords: Keywords, variable: str) -> Dimension:
    labels = keywords.of("VALUES", variable)
    if not labels:
        raise UnreadableFile(Sentence(N_("it does not say what %(name)s can be (VALUES)."), name=variable))
    codes = keywords.of("CODES", variable) or _times(keywords, variable, len(labels)) or labels
    if len(codes) != len(labels):
        raise UnreadableFile(
            Sentence(
                N_("%(name)s has %(values)s values but %(codes)s codes."),
                name=variable,
                values=len(labels),
                codes=len(codes),
            )
        )
    items = [Item(code, _plain(label)) for code, label in zip(codes, labels, strict=True)]
    return Dimension(variable, variable, items, _role(keywords, variable))


def _times(keywords: Keywords, variable: str, number: int) -> Sequence[str]:
    """The periods themselves, where they are listed."""
    times = keywords.of("TIMEVAL", variable)
    return times if len(times) == number else ()


def _role(keywords: Keywords, variable: str) -> str:
    if ("TIMEVAL", "", (variable,)) in keywords.said:
        return PERIOD
    if variable == keywords.word("CONTVARIABLE"):
        return MEASURE
    kind = keywords.word("VARIABLE-TYPE", variable).casefold()
    if keywords.word("MAP", variable) or kind.startswith(("geograph", "g")):
        return AREA
    return PERIOD if kind.startswith("time") else ""


def _values(keywords: Keywords, dimensions: Sequence[Dimension]) -> list[Value]:
    marks = _marks(keywords)
    said = (found[0] if found[2] is None else found[2] for found in _DATUM.finditer(keywords.data))
    stub = [one for one in dimensions if one.id in keywords.of("STUB")]
    keyed = [one for one in stub if keywords.word("KEYS", one.id)]
    if not keyed:
        return [_value(one.strip('"'), marks) for one in said]
    if len(keyed) < len(stub):
        raise UnreadableFile(Sentence(N_("only some of its variables have KEYS.")))
    return _by_key(keywords, [one.strip('"') for one in said], stub, dimensions[len(stub) :], marks)


def _by_key(
    keywords: Keywords,
    said: Sequence[str],
    stub: Sequence[Dimension],
    heading: Sequence[Dimension],
    marks: Mapping[str, str],
) -> list[Value]:
    """Rows that begin with the codes or names they are of; rows that are left out hold nothing but zeroes."""
    width = prod(len(one.items) for one in heading)
    whole = len(stub) + width
    if len(said) % whole:
        raise UnreadableFile(Sentence(N_("its rows are not all as long as its KEYS and values make them.")))
    rows = {tuple(said[at : at + len(stub)]): said[at + len(stub) : at + whole] for at in range(0, len(said), whole)}
    called = [[_key(keywords, one, item) for item in one.items] for one in stub]
    asked = list(product(*called))
    if unknown := set(rows) - set(asked):
        raise UnreadableFile(Sentence(N_("its row %(row)s is of nothing that it lists."), row=", ".join(min(unknown))))
    return [_value(one, marks) for one in chain.from_iterable(rows.get(key, ["0"] * width) for key in asked)]


def _key(keywords: Keywords, dimension: Dimension, item: Item) -> str:
    return item.label if keywords.word("KEYS", dimension.id).upper() == "VALUES" else item.code


def _marks(keywords: Keywords) -> dict[str, str]:
    """Why there is no figure, by what stands in its place; the file's own explanations first."""
    marks = dict(_DOTS) | {"." * number: NOT_AVAILABLE for number in (4, 5, 6)}
    for number in range(1, 7):
        if told := keywords.word(f"DATASYMBOL{number}"):
            marks["." * number] = marks[told] = _explained(told) or marks["." * number]
    if nil := keywords.word("DATASYMBOLNIL"):
        marks["-"] = marks[nil] = _explained(nil) or NONE
    return marks


def _explained(told: str) -> str | None:
    words = told.casefold()
    by_words = next((reason for reason, sign in _WORDS if sign.search(words)), None)
    return by_words or _DOTS.get(told) or reason_of(told)


def _value(said: str, marks: Mapping[str, str]) -> Value:
    try:
        return Value(float(said))
    except ValueError:
        pass
    reason = marks.get(said) or reason_of(said)
    if reason is None:
        raise UnreadableFile(
            Sentence(
                N_("“%(value)s” among its figures is neither a number nor a mark for a missing one."), value=said[:40]
            )
        )
    return Value(None, reason)


def _units(keywords: Keywords, dimensions: Sequence[Dimension]) -> dict[str, str]:
    contents = next((one for one in dimensions if one.role == MEASURE), None)
    return (
        {item.code: unit for item in contents.items if (unit := keywords.word("UNITS", item.label))} if contents else {}
    )


def _notes(keywords: Keywords) -> list[str]:
    notes = [(about, values) for keyword in ("NOTE", "NOTEX") for about, values in keywords.each(keyword)]
    return [_plain(": ".join([*about, *values])) for about, values in notes]


def _plain(text: str) -> str:
    """# breaks a line in PC-Axis."""
    return " ".join(text.replace("#", " ").split())
