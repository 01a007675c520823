"""Who may see what: by role, and internal notes by authority."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dialog.accounts.models import ROLES
from dialog.accounts.visibility import (
    AUTHORITIES,
    may_see_exact_point,
    may_see_note,
    may_see_photo,
    may_see_unmasked_text,
    notes_seen_by,
)


@dataclass(frozen=True)
class Somebody:
    roles: frozenset[str]
    authority: str


anybody = st.builds(Somebody, st.frozensets(st.sampled_from(ROLES)), st.sampled_from(AUTHORITIES))


@given(anybody)
def test_only_reviewers_see_what_was_sent_as_it_was_sent(who):
    for may_see in (may_see_unmasked_text, may_see_exact_point, may_see_photo):
        assert may_see(who) == ("reviewer" in who.roles)


@given(anybody, st.sampled_from(AUTHORITIES))
def test_internal_notes_stay_with_their_authority(who, writers):
    assert may_see_note(who, of=writers) == ("reviewer" in who.roles and who.authority == writers)


@given(anybody)
def test_nobody_sees_the_notes_of_more_than_one_authority(who):
    assert set(notes_seen_by(who)) <= {who.authority}
    assert bool(notes_seen_by(who)) == ("reviewer" in who.roles)
