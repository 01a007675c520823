"""flask staff …"""

from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.accounts.passwords.hashing import is_password
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
    assert is_password(staff.password_hash, ended.out.split()[-1])


def test_a_password_can_be_typed_and_is_not_shown(run, session):
    typed = "en lång hemlighet\nen lång hemlighet\n"
    ended = run("staff", "add", "m@x.example", "--name", "M", "--role", "admin", "--ask-password", typed=typed)
    assert ended.code == 0
    assert "hemlighet" not in ended.out + ended.err
    assert is_password(added(session, "m@x.example").password_hash, "en lång hemlighet")


def test_an_account_that_can_not_be_made_gets_one_sentence(run):
    rest = ("--name", "M", "--role", "reviewer")
    assert run("staff", "add", "m.example", *rest).refused("is not an e-mail address")
    assert run("staff", "add", "m@x.example", "--name", "M", "--role", "boss").refused("no role 'boss'")
    assert run("staff", "add", "m@x.example", "--name", "M").refused("--role")
    run("staff", "add", "m@x.example", *rest)
    assert run("staff", "add", "m@x.example", *rest).refused("has an account already")


def test_an_invitation_is_a_link_with_which_somebody_chooses_a_password(run, session, client):
    ended = run(
        *("staff", "invite", "Li@x.example", "--name", "Li", "--role", "reviewer", "--authority", "police"),
        *("--base-url", "https://dialog.example"),
    )
    link = ended.out.split()[-1]
    assert ended.code == 0 and link.startswith("https://dialog.example/staff/invitation/")
    staff = added(session, "li@x.example")
    assert (staff.password_hash, staff.authority) == ("", "police")
    assert client.get(link.removeprefix("https://dialog.example")).status_code == 200
    again = run("staff", "invite", "li@x.example").out.split()[-1]
    assert client.get(again.partition(":8000")[2]).status_code == 200
    assert client.get(link.removeprefix("https://dialog.example")).status_code == 404


def test_nobody_can_be_invited_without_a_name_and_a_role(run):
    assert run("staff", "invite", "li@x.example").refused("give --name and --role")
    assert run("staff", "invite", "li@x.example", "--name", "Li").refused("at least one role")


def test_a_second_factor_is_taken_away(run, session):
    run("staff", "add", "m@x.example", "--name", "M", "--role", "admin")
    ended = run("staff", "reset-factor", "M@x.example")
    assert ended.code == 0 and "m@x.example sets up" in ended.out
    assert run("staff", "reset-factor", "nobody@x.example").refused("Nobody here")
