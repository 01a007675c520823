"""One piece of work for all who ask for it at the same time."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Flights(Generic[Result]):
    """Work that is under way, by key, in this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._under_way: dict[Hashable, Future[Result]] = {}

    def run(self, key: Hashable, work: Callable[[], Result]) -> Result:
        """What the work gives or raises; whoever comes while another does the same work waits for the other's."""
        with self._lock:
            flight = self._under_way.get(key)
            mine = flight is None
            flight = self._under_way.setdefault(key, flight or Future())
        if mine:
            self._fly(key, flight, work)
        return flight.result()

    def _fly(self, key: Hashable, flight: "Future[Result]", work: Callable[[], Result]) -> None:
        try:
            flight.set_result(work())
        except Exception as error:
            flight.set_exception(error)
        finally:
            with self._lock:
                del self._under_way[key]
