"""The words in which analysts read how a file was understood, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dialog.languages import N_
from dialog.sources.lanes import LANES
from dialog.sources.loading import Loaded
from dialog.sources.tables.values import NONE, NOT_APPLICABLE, NOT_AVAILABLE, SECRET
from dialog.sources.understanding.columns import AREA, CONTENT, FILE, NAME, PERIOD, ROLES, TOLD, VALUE
from dialog.sources.understanding.observations import Account, BadRow
from dialog.sources.understanding.units import UNITS
from dialog.texts.personal.found import ADDRESS, DOOR, EMAIL, HANDLE, PERSONAL_NUMBER, PHONE, PLATE
from dialog.texts.personal.found import NAME as PERSON

MISSING = {
    NOT_AVAILABLE: N_("not available"),
    NOT_APPLICABLE: N_("not applicable"),
    NONE: N_("zero or none"),
    SECRET: N_("secret"),
}
_BY = {
    NAME: N_("by its heading"),
    CONTENT: N_("by what stands in it"),
    FILE: N_("as the file says itself"),
    TOLD: N_("as somebody said"),
}
LACKING = {
    AREA: N_("No column says which area each figure is of. Choose one, or write the code of the area that all are of."),
    PERIOD: N_("Nothing says which year or other period the figures are of. Choose a column, or write it."),
    VALUE: N_("No column holds figures. Choose one."),
}
PERSONAL = {
    EMAIL: _l("an e-mail address"),
    HANDLE: _l("a user name"),
    PERSONAL_NUMBER: _l("a personal number"),
    PHONE: _l("a telephone number"),
    PLATE: _l("a number plate"),
    ADDRESS: _l("an address"),
    DOOR: _l("a door or a flat"),
    PERSON: _l("a name"),
}


def lane_words() -> dict[str, str]:
    return {lane: _(words) for lane, words in LANES.items()}


def role_words() -> list[tuple[str, str]]:
    return [(role, _(words)) for role, words in ROLES.items()]


def unit_word(unit: str) -> str:
    return _(UNITS[unit])


def by_word(by: str) -> str:
    return _(_BY[by])


def missing_word(reason: str) -> str:
    return _(MISSING[reason]) if reason else ""


def bad_row(problem: BadRow) -> str:
    return _(problem.sentence) % problem.values if problem.values else _(problem.sentence)


def lacking(lacks: Sequence[str]) -> list[str]:
    return [_(LACKING[one]) for one in lacks]


def account_sentences(account: Account) -> Iterator[str]:
    """What became of the rows, one plain sentence each."""
    yield _("Rows: %(rows)s. Figures: %(figures)s.", rows=account.rows, figures=len(account.observations))
    if account.added:
        yield _("Rows of single events, added up to figures: %(number)s.", number=account.added)
    if account.limits:
        yield _("Limits and numbers of answers, put beside their figures: %(number)s.", number=account.limits)
    if account.twice:
        yield _("Rows that say what another says: %(number)s.", number=account.twice)
    if account.notes:
        yield _("Notes without figures, left out: %(number)s.", number=account.notes)
    yield from missing_sentences(account.missing)


def missing_sentences(missing: Mapping[str, int]) -> Iterator[str]:
    for reason, number in sorted(missing.items()):
        yield _("Figures that are missing (%(reason)s): %(number)s.", reason=missing_word(reason), number=number)


def loaded_sentence(loaded: Loaded) -> str:
    if not loaded.changed:
        return _("Nothing was new: all figures are as they were.")
    return _(
        "Loaded: %(added)s new, %(replaced)s corrected, %(same)s as they were.",
        added=loaded.added,
        replaced=loaded.replaced,
        same=loaded.same,
    )
