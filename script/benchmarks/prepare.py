"""An otherwise empty database with one open round, `benchmark`, of eight areas; its address is the only argument."""

import sys
from datetime import date, timedelta

from dialog.areas.models import Area
from dialog.db import make_engine, sessions, upgrade
from dialog.schema import metadata  # noqa: F401  (every mapper)
from dialog.survey.actions import keep_questionnaire, open_round, plan_round
from dialog.survey.default_questionnaire import default_questionnaire


def prepare(url: str) -> None:
    upgrade(make_engine(url))
    today = date.today()
    with sessions(url).begin() as session:
        root = Area(division="benchmark", code="all", kind="municipality", names={"sv": "Provstad"})
        session.add(root)
        session.flush()
        for number in range(8):
            names = {"sv": f"Område {number}"}
            session.add(Area(division="benchmark", code=f"a{number}", kind="district", names=names, parent_id=root.id))
        session.flush()
        round = plan_round(
            session,
            slug="benchmark",
            title={"sv": "Prov"},
            area_id=root.id,
            area_kind="district",
            questionnaire=keep_questionnaire(session, default_questionnaire()),
            opens_on=today,
            closes_on=today + timedelta(days=30),
        )
        open_round(session, round)


if __name__ == "__main__":
    prepare(sys.argv[1])
