"""Reading how many people live in the areas of a round."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, Population
from dialog.areas.population.figures import ALL as BOTH
from dialog.areas.population.figures import Figure
from dialog.areas.queries import areas_in
from dialog.picture.area_items import AreaItems
from dialog.picture.statistics.inhabitants import (
    EVERY_AGE,
    Asked,
    Inhabitants,
    asked_age,
    asked_sex,
    inhabitants,
    persons_in,
    summed,
)
from dialog.picture.tables import ALL
from dialog.survey.models import Round
from dialog.survey.questionnaire import Column

AGE, GENDER = "age", "gender"  # what the questions measure that tell of age and sex


def inhabitants_of(session: Session, round: Round, areas: AreaItems, questions: Sequence[Column]) -> Inhabitants | None:
    """Who lives where the round asks, by the items of its tables; None where no population has been loaded."""
    known = _Known(session, round)
    figures = {areas.ids[area.id]: known.figures(area.id) for area in areas.areas}
    age, sex = asked_about(questions, AGE), asked_about(questions, GENDER)
    return inhabitants({ALL: known.figures(round.area_id), **figures}, age, sex)


def residents_of(session: Session, round: Round, areas: AreaItems) -> dict[tuple[str, int], int]:
    """How many lived there at the end of a year, by area item (the whole is `all`) and year, as far as it is known."""
    known = _Known(session, round)
    found: dict[tuple[str, int], int] = {}
    for item, area_id in {ALL: round.area_id, **{areas.ids[area.id]: area.id for area in areas.areas}}.items():
        by_year: dict[int, list[Figure]] = defaultdict(list)
        for one in known.figures(area_id):
            by_year[one.year].append(one)
        for year, figures in by_year.items():
            if year and (persons := persons_in(figures, ages=EVERY_AGE, sex=BOTH)) is not None:
                found[item, year] = persons
    return found


def asked_about(questions: Sequence[Column], measures: str) -> Asked:
    """What the question that measures age, or gender, offers; nothing where there is none."""
    for one in questions:
        if one.measures == measures and one.background and not one.several:
            options = [option.id for option in one.options]
            read = asked_age if measures == AGE else asked_sex
            return read(f"question:{one.id}", options)
    return Asked()


class _Known:
    """What has been loaded of an area: its own figures, else the sum of its parts, else the number it came with."""

    def __init__(self, session: Session, round: Round) -> None:
        areas = areas_in(session, round.area_id, round.division)
        self._areas = {area.id: area for area in areas}
        self._parts: dict[int | None, list[Area]] = defaultdict(list)
        for area in areas:
            self._parts[area.parent_id].append(area)
        self._own: dict[int, list[Figure]] = defaultdict(list)
        for row in session.scalars(select(Population).where(Population.area_id.in_(self._areas))):
            self._own[row.area_id].append(Figure("", row.year, row.sex, row.age_from, row.age_to, row.persons))

    def figures(self, area_id: int) -> list[Figure]:
        if own := self._own.get(area_id):
            return own
        families = defaultdict(list)
        for part in self._parts[area_id]:
            families[part.division].append(self.figures(part.id))
        told = [found for parts in families.values() if (found := summed(parts))]
        number = self._areas[area_id].population
        return told[0] if told else [Figure("", 0, BOTH, 0, None, number)] if number else []
