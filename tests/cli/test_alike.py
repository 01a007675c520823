"""flask alike …"""

from sqlalchemy import func, select

from dialog.review.alike.models import ResponseSignature, TextSignature
from tests.review.alike.sayings import ANOTHER, PETITION, PETITION_AGAIN
from tests.review.factories import make_text


def test_everything_that_has_come_is_compared_once(run, session):
    for words in (PETITION, PETITION_AGAIN, ANOTHER):
        make_text(session, words)
    session.commit()
    done = run("alike", "compare")
    assert done.code == 0, done.err
    assert "3 texts were compared, 1 of them like one before; 3 responses were compared." in done.out
    counted = [session.scalar(select(func.count()).select_from(one)) for one in (TextSignature, ResponseSignature)]
    assert counted == [3, 3]
    assert "0 texts were compared" in run("alike", "compare").out
