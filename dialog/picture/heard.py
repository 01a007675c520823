"""What was heard in a round, as columns: what `voices` reads and everything else counts. Pure."""

from dataclasses import dataclass

from dialog.picture.columns import Columns

OF_VOICE = ("language", "channel", "area")
OF_REPORT = {  # key among a report's answers -> dimension
    "feeling": "feeling",
    "kind": "kind",
    "causes": "cause",
    "strengths": "strength",
    "times": "time",
}
Home = tuple[int | None, str]  # an area, and what to count where there is none


@dataclass(frozen=True)
class Heard:
    """Everything a picture counts; the column `area` holds Homes.

    `responses`: by OF_VOICE and question. `reports`: by OF_VOICE, voice, inside (a response), month, imported (a
    category's id), spot (outside every area) and the dimensions above. `codings`: by voice, area, code and stance; one
    voice has many rows.
    """

    responses: Columns
    reports: Columns
    codings: Columns
