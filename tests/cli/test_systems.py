"""flask systems …"""

from sqlalchemy import select

from dialog.accounts.models import SendingSystem
from dialog.accounts.systems import system_with_key
from dialog.audit.models import AuditEvent


def key_in(out: str) -> str:
    return out.split()[-1]


def test_a_key_is_made_and_shown_once_and_only_its_hash_is_kept(run, session):
    ended = run("systems", "add", "Felanmälan")
    assert ended.code == 0
    found = system_with_key(session, key_in(ended.out))
    assert found and found.name == "Felanmälan"
    assert key_in(ended.out) not in str(vars(found))
    assert len(key_in(ended.out)) >= 43  # 32 random bytes
    assert key_in(ended.out) not in run("systems", "list").out


def test_systems_are_listed_by_name(run):
    assert run("systems", "list").out == ""
    for name in ("Parkbolaget", "Felanmälan"):
        run("systems", "add", name)
    assert [line.split()[1] for line in run("systems", "list").out.splitlines()] == ["Felanmälan", "Parkbolaget"]


def test_a_removed_systems_key_opens_nothing(run, session):
    key = key_in(run("systems", "add", "Felanmälan").out)
    assert run("systems", "remove", "Felanmälan").code == 0
    assert system_with_key(session, key) is None
    assert key_in(run("systems", "add", "Felanmälan").out) != key


def test_what_can_not_be_done_gets_one_sentence(run):
    run("systems", "add", "Felanmälan")
    assert run("systems", "add", "Felanmälan").refused("There is a system called Felanmälan already")
    assert run("systems", "add", " ").refused("Give the system a name")
    assert run("systems", "add", "a\nb").refused("Give the system a name")
    assert run("systems", "remove", "Felet").refused("There is no system called Felet; there is Felanmälan.")


def test_adding_and_removing_are_logged(run, session):
    run("systems", "add", "Felanmälan")
    run("systems", "remove", "Felanmälan")
    events = session.execute(select(AuditEvent.action, AuditEvent.details).order_by(AuditEvent.id)).all()
    assert [tuple(event) for event in events] == [
        ("system added", {"name": "Felanmälan"}),
        ("system removed", {"name": "Felanmälan"}),
    ]
    assert session.scalars(select(SendingSystem)).all() == []
