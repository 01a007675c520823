"""What readers of cubes say alike when a file can't be taken. Pure."""

from dialog.languages import N_, Sentence
from dialog.rows.row import UnreadableFile

MOST_CELLS = 2_000_000

TOO_MANY = N_("it has %(number)s figures: download at most %(most)s at once.")
NOT_AS_MANY = N_("it has %(number)s values where its dimensions make %(expected)s.")


def in_file(name: str, problem: UnreadableFile) -> Sentence:
    """Which file it is that has this problem."""
    return Sentence(N_("%(file)s: %(problem)s"), file=name, problem=problem.args[0])
