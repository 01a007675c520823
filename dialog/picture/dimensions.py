"""What tables are broken down by: dimensions with their items, in the order shown. Pure."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from dialog.languages import LANGUAGES, N_, Words
from dialog.picture.groups import REST, REST_LABEL, UNSAFE, above, groups_among
from dialog.picture.ids import NO_ANSWER
from dialog.picture.observations import option_item
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.wording import in_shipped, language_words, month_words, months_between, words
from dialog.survey.questionnaire import Column

MONTHS_OF_A_YEAR = 12

CHANNELS: Mapping[str, str] = {
    "web": N_("On the web"),
    "paper": N_("On paper"),
    "phone": N_("By telephone"),
    "stand": N_("At a stand"),
    "meeting": N_("At a meeting"),
    "school": N_("At school"),
    "walk": N_("On a safety walk"),
    "file": N_("From a file"),
    "import": N_("From a file"),
}


def everybody() -> Item:
    return Item(ALL, words(N_("All")), None)


def silent(label: str = N_("No answer, or not asked")) -> Item:
    return Item(NO_ANSWER, words(label))


def question_dimension(column: Column) -> Dimension:
    """The options of a closed answer, in their groups where there are some."""
    groups = groups_among([option.id for option in column.options])
    alone = REST if UNSAFE in (group.id for group in groups.values()) else ALL
    items = {ALL: everybody()}
    for option in column.options:
        outer = [*above(option.id, groups)]
        for place, group in enumerate(outer):
            items[group.id] = Item(group.id, words(group.label), outer[place - 1].id if place else ALL)
        parent = outer[-1].id if outer else alone
        if parent == REST:
            items.setdefault(REST, Item(REST, words(REST_LABEL)))
        items[option_item(option.id)] = Item(option_item(option.id), in_shipped(option.text), parent)
    if alone == REST:
        items.setdefault(REST, Item(REST, words(REST_LABEL)))
    return Dimension(
        f"question:{column.id}",
        in_shipped(column.title),
        (*items.values(), replace(silent(), parent=alone)),
        additive=not column.several,
        background=column.background,
    )


def listed(
    id: str, label: str, choices: Mapping[str, Words], *, none: str = N_("No answer"), additive: bool = True
) -> Dimension:
    """A fixed list, and those who chose nothing of it."""
    items = [Item(option_item(choice), in_shipped(text)) for choice, text in choices.items()]
    return Dimension(id, words(label), (everybody(), *items, silent(none)), additive=additive)


def language_dimension(found: Iterable[Hashable]) -> Dimension:
    seen = {str(tag) for tag in found}
    tags = [*LANGUAGES, *sorted(seen - set(LANGUAGES))]
    items = [Item(tag, language_words(tag)) for tag in tags]
    return Dimension("language", words(N_("Language")), (everybody(), *items), background=True)


def channel_dimension(found: Iterable[Hashable]) -> Dimension:
    """The ways in which voices came, in the order of CHANNELS, then any others as they are called in the data."""
    seen = {str(channel) for channel in found}
    known = [Item(channel, words(label)) for channel, label in CHANNELS.items() if channel in seen]
    other = [Item(channel, dict.fromkeys(LANGUAGES, channel)) for channel in sorted(seen - set(CHANNELS))]
    return Dimension("channel", words(N_("How it came")), (everybody(), *known, *other), background=True)


def month_dimension(found: Iterable[Hashable], *, additive: bool) -> Dimension:
    """Every month from the first to the last, in years where there are more than a year of them."""
    months = months_between(str(one) for one in found)
    years = sorted({month[:4] for month in months}) if len(months) > MONTHS_OF_A_YEAR else []
    items = [everybody()]
    for year in years:
        items.append(Item(year, dict.fromkeys(LANGUAGES, year)))
        items += [Item(month, month_words(month), year) for month in months if month[:4] == year]
    items += [Item(month, month_words(month)) for month in months if not years]
    return Dimension("month", words(N_("Month")), (*items, silent(N_("No place"))), additive=additive)


def coarse(dimension: Dimension, *, levels: int) -> Dimension:
    """Without the items that lie deeper than so many levels below `all`."""
    parents = {item.id: item.parent for item in dimension.items}

    def depth(item: str | None) -> int:
        return 0 if item in (ALL, None) else 1 + depth(parents[item])

    return replace(dimension, items=tuple(item for item in dimension.items if depth(item.id) <= levels))
