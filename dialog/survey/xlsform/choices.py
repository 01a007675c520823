"""Lists of choices as options of questions. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialog.survey.questionnaire import BadQuestionnaire, Option
from dialog.survey.xlsform.filters import Filter
from dialog.survey.xlsform.fixes import fix_of, mend_option
from dialog.survey.xlsform.ids import id_of, numbered
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses
from dialog.survey.xlsform.reading_texts import text_of
from dialog.survey.xlsform.tree import Leaf

_SPOKEN_FOR = ("list_name", "name", "label", "dialog")


@dataclass(frozen=True)
class Choices:
    """The options of a list, and their ids by their names in the workbook."""

    options: tuple[Option, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Lists:
    """The sheet choices. `tags` are columns of which Dialog has written that they hold tags, by their headings."""

    main: str
    losses: Losses
    tags: Mapping[str, str]
    used: set[str] = field(default_factory=set)  # columns that some filter looks at
    _lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    _read: dict[tuple[object, ...], Choices] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        self._lines[line["list_name"]].append(line)

    @property
    def columns(self) -> set[str]:
        """The headings by which choices can be filtered."""
        found = {part for lines in self._lines.values() for line in lines[:1] for part in line.headings}
        return found.difference(_SPOKEN_FOR)

    def choices(self, name: str, filters: tuple[Filter, ...] = ()) -> Choices:
        """The options of a list with the tags that filters look at; the same ones for the same list."""
        key = (name, tuple((one.column, one.asked.id, one.blank) for one in filters))
        if key not in self._read:
            self.used |= {one.column for one in filters}
            self._read[key] = self._choices(name, filters)
        return self._read[key]

    def _choices(self, name: str, filters: tuple[Filter, ...]) -> Choices:
        options: dict[str, Option] = {}
        ids: dict[str, str] = {}
        for line in self._lines.get(name, ()):
            called = line["name"]
            if not called:
                self.losses.add(line, "name", "choice_without_name")
            elif called in ids:
                self.losses.add(line, "name", "choice_twice")
            else:
                option = self._option(line, options, filters)
                ids[called] = option.id
                options[option.id] = option
        return Choices(tuple(options.values()), ids)

    def _option(self, line: Line, taken: Mapping[str, Option], filters: tuple[Filter, ...]) -> Option:
        id = id_of(line["name"]) or "option"
        tried, number = id, 1
        while tried in taken:
            number += 1
            tried = numbered(id, number)
        fix = fix_of(Leaf(line), self.losses)
        words = text_of(line, "label", self.main, self.losses.unless("text" in fix))
        option = Option(tried, words, self._tags(line, filters))
        try:
            mended = mend_option(option, fix)
        except BadQuestionnaire:
            self.losses.add(line, "dialog", "own_column")
            mended = option
        if mended.id != line["name"]:
            self.losses.add(line, "name", "renamed", id=mended.id)
        return mended if mended.id not in taken else option

    def _tags(self, line: Line, filters: tuple[Filter, ...]) -> dict[str, str]:
        """An empty cell is a tag that fits no answer, unless the filter lets it fit all."""
        tags = {tag: line[column] for column, tag in self.tags.items() if line[column]}
        for one in filters:
            tag, value = self.tags.get(one.column, one.column), line[one.column]
            if value and one.column not in self.tags:
                tags[tag] = one.asked.options.get(value, value)
            elif not value and not one.blank:
                tags[tag] = ""
        return tags
