"""The words of the two rounds, and planning them."""

from datetime import timedelta

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.demo.chapters import Chapter
from dialog.demo.land import DISTRICT
from dialog.languages import Words
from dialog.survey.actions import end_round, keep_questionnaire, open_round, plan_round
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.models import Round

PURPOSE: Words = {
    "sv": "Vi vill veta var och när det känns otryggt eller tryggt i Åkersta, så att kommunen och polisen kan välja "
    "rätt saker i nästa medborgarlöfte.",
    "en": "We want to know where and when Åkersta feels unsafe or safe, so that the municipality and the police can "
    "choose the right things for the next citizen pledge.",
    "ar": "نريد أن نعرف أين ومتى تشعرون بعدم الأمان أو بالأمان في أوكِشتا، لكي تختار البلدية والشرطة الأمور الصحيحة "
    "في وعد المواطنين القادم.",
}
INFLUENCE: Words = {
    "sv": "Belysning, skötsel, trafiken vid skolorna, vuxna ute på kvällarna, öppettider för unga och var polisen "
    "syns. Däremot inte lagar, straff eller regionens tidtabeller.",
    "en": "Lighting, upkeep, traffic near schools, adults out in the evenings, opening hours for young people, and "
    "where the police are seen. But not laws, penalties or the region's timetables.",
    "ar": "الإنارة والعناية بالأماكن والمرور قرب المدارس ووجود البالغين في المساء وأوقات الأماكن المفتوحة للشباب وأين "
    "تظهر الشرطة. لكن ليس القوانين ولا العقوبات ولا مواعيد حافلات الإقليم.",
}
DECISION_MAKER: Words = {
    "sv": "Kommunstyrelsen i Åkersta och chefen för lokalpolisområdet",
    "en": "The municipal executive board of Åkersta and the head of the local police area",
    "ar": "مجلس إدارة بلدية أوكِشتا ورئيس منطقة الشرطة المحلية",
}
_DECIDED_AFTER = timedelta(weeks=17)  # the last day


def title(chapter: Chapter) -> Words:
    year = chapter.opens_on.year
    return {"sv": f"Trygg i Åkersta {year}", "en": f"Safe in Åkersta {year}", "ar": f"أوكِشتا آمنة {year}"}


def open_chapter(session: Session, chapter: Chapter, *, area_id: int) -> Round:
    """Plan the round of a chapter, and open it."""
    round = plan_round(
        session,
        slug=f"trygg-{chapter.opens_on.year}",
        title=title(chapter),
        area_id=area_id,
        area_kind=DISTRICT,
        questionnaire=keep_questionnaire(session, default_questionnaire()),
        opens_on=chapter.opens_on,
        closes_on=chapter.closes_on,
        purpose=PURPOSE,
        influence=INFLUENCE,
        decision_maker=DECISION_MAKER,
        decided_on=chapter.closes_on + _DECIDED_AFTER,
    )
    open_round(session, round)
    record(session, "round opened", f"round {round.id}")
    return round


def end_chapter(session: Session, round: Round) -> None:
    end_round(round)
    record(session, "round ended", f"round {round.id}")
