"""Running commands as in a terminal, in a folder of their own."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    def refused(self, says: str) -> bool:
        """Nothing was done, and one sentence on stderr says so."""
        sentence = self.err.strip().splitlines()[-1]
        return self.code == 2 and not self.out and says in sentence and "Traceback" not in self.err


Run = Callable[..., Ended]


def runner(app: Flask) -> Run:
    """`run("areas", "load", path)`."""

    def run(*words: object, typed: str | None = None) -> Ended:
        result = app.test_cli_runner().invoke(args=[str(word) for word in words], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run
