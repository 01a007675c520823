"""The number of the voice that each report and coded text is part of: responses first, then lone reports. Pure."""

from collections.abc import Iterable, Iterator
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from dialog.picture.heard import Heard
from dialog.picture.ids import CODE
from dialog.picture.sendings import Sendings

ID = np.dtype("V16")
NOBODY = -1  # of a response that is not counted, or came after those that are

Numbers = NDArray[np.intp]


class Rows:
    """Finds the rows of ids."""

    def __init__(self, ids: NDArray[np.void]) -> None:
        self._order = np.argsort(ids)
        self._ids = ids[self._order]

    def of(self, wanted: NDArray[np.void]) -> Numbers:
        """The row of each; NOBODY where it is not there."""
        if not len(self._ids):
            return np.full(len(wanted), NOBODY)
        places = np.minimum(np.searchsorted(self._ids, wanted), len(self._ids) - 1)
        return np.where(self._ids[places] == wanted, self._order[places], NOBODY)


def times_said(heard: Heard) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Voice and times of day, for each report that names some."""
    column = heard.reports["time"]
    voices = report_voices(heard)
    for row in np.flatnonzero(voices != NOBODY).tolist():
        if times := column.values[column.codes[row]]:
            yield int(voices[row]), times


def codes_said(heard: Heard) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Voice and code, for each coding of a text."""
    codes = heard.codings[CODE]
    for row, voice in enumerate(_coding_voices(heard).tolist()):
        if voice != NOBODY:
            yield voice, (str(codes.values[codes.codes[row]]),)


def report_voices(heard: Heard) -> Numbers:
    """The voice of each report."""
    voice = heard.reports["voice"]
    numbers = Rows(heard.ids).of(_ids(voice.values))
    alone = voice.codes[Sendings(heard.reports).first]
    numbers[alone] = len(heard.ids) + np.arange(len(alone))
    return numbers[voice.codes] if len(numbers) else np.empty(0, np.intp)


def _coding_voices(heard: Heard) -> Numbers:
    """A text is of a response, or of a report, whose id its voice then is."""
    found = _ids(heard.codings["voice"].values)
    numbers = Rows(heard.ids).of(found)
    reports, voices = Rows(heard.spots.ids).of(found), report_voices(heard)
    of_report = (numbers == NOBODY) & (reports != NOBODY)
    numbers[of_report] = voices[reports[of_report]]
    return numbers[heard.codings["voice"].codes] if len(numbers) else np.empty(0, np.intp)


def _ids(values: Iterable[UUID]) -> NDArray[np.void]:
    return np.frombuffer(b"".join(value.bytes for value in values), ID)
