"""The two rounds of the story: when they are, and how many speak. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from dialog.demo.chance import Chance

ELSEWHERE = "elsewhere"
WEEKS_BETWEEN = 54  # from opening to opening: always another year, and the same weekday


@dataclass(frozen=True)
class Chapter:
    """One round: its days, and how many responses come from each district and how many reports there are."""

    flag: str  # of the sayings that belong to it
    opens_on: date
    closes_on: date
    last_day: date  # on which something came
    responses: Mapping[str, int]
    reports: int
    reports_inside: int  # of responses

    @property
    def days(self) -> int:
        return (self.last_day - self.opens_on).days + 1

    def day(self, number: int) -> date:
        """The first day is 0; never after the last one."""
        return min(self.opens_on + timedelta(days=number), self.last_day)


def chapters(today: date) -> tuple[Chapter, Chapter]:
    """A round that ended last year, and one that has been open for five weeks and closes in three."""
    opens_on = today - timedelta(weeks=5)
    before = opens_on - timedelta(weeks=WEEKS_BETWEEN)
    closed_on = before + timedelta(weeks=6, days=-1)
    return (
        Chapter("r1", before, closed_on, closed_on, _responses(102, 92, 58, 54, 40, 36, 34, 6, 8), 165, 60),
        Chapter(
            "r2", opens_on, today + timedelta(weeks=3), today, _responses(88, 80, 50, 47, 33, 30, 31, 4, 7), 135, 40
        ),
    )


def _responses(*numbers: int) -> Mapping[str, int]:
    districts = ("centrum", "norrby", "ekhagen", "sjovik", "lillaker", "hammaren", "ostra-byarna", "torsvik", ELSEWHERE)
    return dict(zip(districts, numbers, strict=True))


_WAVE_BEFORE = 3  # days before the last one
STANDS, MEETINGS, WALKS = (10, 24), (17, 31), (21,)  # days of a round on which there were such


def day_of(chance: Chance, chapter: Chapter, channel: str) -> date:
    """A day on which something came by this channel: on the web mostly at first, and after the reminder."""
    match channel:
        case "stand":
            return chapter.day(chance.one(STANDS))
        case "meeting" | "school":
            return chapter.day(chance.one(MEETINGS))
        case "walk":
            return chapter.day(chance.one(WALKS))
        case _:
            busy = {day: 1 + 5 * exp(-day / 5) + 4 * exp(-abs(day - 21) / 2) for day in range(chapter.days)}
            return chapter.day(chance.weighted(busy))


def wave_day(chapter: Chapter) -> date:
    """The day on which many wrote the same; nobody has read it yet."""
    return chapter.last_day - timedelta(days=_WAVE_BEFORE)
