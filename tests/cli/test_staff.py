"""flask staff …"""

from sqlalchemy.orm import Session

from dialog.accounts.actions import _verify
from dialog.accounts.models import Staff
from dialog.accounts.queries import staff_by_email


def added(session: Session, email: str) -> Staff:
    found = staff_by_email(session, email)
    assert found
    return found


def test_a_password_is_made_and_shown_once(run, session):
    ended = run("staff", "add", "Maja@x.example", "--name", "Maja Lind", "--role", "reviewer", "--role", "analyst")
    assert ended.code == 0
    staff = added(session, "maja@x.example")
    assert (staff.name, staff.roles) == ("Maja Lind", {"reviewer", "analyst"})
    assert "maja@x.example can sign in as analyst, reviewer." in ended.out
    assert _verify(staff.password_hash, ended.out.split()[-1])


def test_a_password_can_be_typed_and_is_not_shown(run, session):
    typed = "en lång hemlighet\nen lång hemlighet\n"
    ended = run("staff", "add", "m@x.example", "--name", "M", "--role", "admin", "--ask-password", typed=typed)
    assert ended.code == 0
    assert "hemlighet" not in ended.out + ended.err
    assert _verify(added(session, "m@x.example").password_hash, "en lång hemlighet")


def test_an_account_that_can_not_be_made_gets_one_sentence(run):
    rest = ("--name", "M", "--role", "reviewer")
    assert run("staff", "add", "m.example", *rest).refused("is not an e-mail address")
    assert run("staff", "add", "m@x.example", "--name", "M", "--role", "boss").refused("no role 'boss'")
    assert run("staff", "add", "m@x.example", "--name", "M").refused("--role")
    run("staff", "add", "m@x.example", *rest)
    assert run("staff", "add", "m@x.example", *rest).refused("has an account already")
