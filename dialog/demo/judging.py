"""How the story's reviewers understand what they read; every step goes through the actions that pages use."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from dialog.demo.accounts import Account
from dialog.demo.chance import Chance
from dialog.demo.keeping import Kept
from dialog.demo.second_coding import confused
from dialog.demo.staff import House
from dialog.demo.voices.sayings import Saying
from dialog.places.models import Report
from dialog.review import actions
from dialog.review.alike.actions import keep_together
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.coding.actions import add_code
from dialog.review.owners.actions import route_report
from dialog.review.photos import accept_photo, photos_of_report
from dialog.review.queries import voice_of
from dialog.review.voices import set_voice_aside
from dialog.texts.models import Text

FIRST_REVIEWER = 0.65  # share of the work that the first one does
CODED_TWICE, AGREED = 0.35, 0.8  # shares of the texts, and of the second coder's codes
SECOND_THOUGHTS = 0.02  # share of the texts that are set aside first, and taken back
SAME_THING, NOTHING_IN_IT = 0.2, 0.1  # shares of the reports without a word
ROUTED = 0.5  # share of the accepted reports of unsafe places


@dataclass
class Desk:
    """Where a round is reviewed, and what has been accepted there so far."""

    session: Session
    chance: Chance
    house: House
    kept: Kept
    texts: dict[str, Text] = field(default_factory=dict)  # by their words
    reports: dict[str, Report] = field(default_factory=dict)  # the first one, by spot
    sent: dict[str, Report] = field(default_factory=dict)  # of what was sent twice the first one, by its words
    alike: dict[tuple[str, ...], Text] = field(default_factory=dict)  # of what is alike the first one, by its codes

    def judge_text(self, text: Text, *, at: datetime) -> None:
        session, by = self.session, self._turn()
        saying = self.kept.sayings.get(text.id)
        if saying is None:
            actions.accept(session, text, by=by, at=at)
        elif "spam" in saying.flags:
            set_voice_aside(session, voice_of(session, text), by=by, at=at)
        elif "aside" in saying.flags:
            actions.set_aside(session, text, by=by, at=at)
        elif "again" in saying.flags and saying.text in self.texts:
            actions.mark_duplicate_text(session, text, of=self.texts[saying.text], by=by, at=at)
        else:
            self._take(text, saying, by=by, at=at)

    def judge_report(self, report: Report, *, at: datetime) -> None:
        session, by = self.session, self._turn()
        account = self.kept.accounts[report.id]
        first = self.reports.setdefault(account.spot.id, report)
        silent = not (account.teller or account.sayings or account.placing.words)
        if (before := self._sent_before(report, account)) is not report:
            actions.mark_duplicate_report(session, report, of=before, by=by, at=at)
        elif silent and first is not report and self.chance.happens(NOTHING_IN_IT):
            actions.set_aside(session, report, by=by, at=at)
        else:
            actions.accept(session, report, by=by, at=at)
            if silent and first is not report and self.chance.happens(SAME_THING):
                keep_together(session, [report], head=first, by=by, at=at, id=self.chance.id())
            self._see_photos(report, by=by, at=at + timedelta(minutes=6))
            if account.answers["feeling"] != "safe" and self.chance.happens(ROUTED):
                route_report(session, report, owner_id=self.house.owners[account.spot.owner], by=by, at=at)

    def _sent_before(self, report: Report, account: Account) -> Report:
        """The report that this one is, sent twice; itself when it is not."""
        twice = next((saying.text for saying in account.sayings.values() if "again" in saying.flags), "")
        return self.sent.setdefault(twice, report) if twice else report

    def _turn(self) -> int:
        first, second = self.house.reviewers
        return first if self.chance.happens(FIRST_REVIEWER) else second

    def _other(self, by: int) -> int:
        return next(one for one in self.house.reviewers if one != by)

    def _see_photos(self, report: Report, *, by: int, at: datetime) -> None:
        if report.id in self.kept.pictured:
            for photo in photos_of_report(self.session, report.id):
                accept_photo(self.session, photo, by=by, at=at)

    def _take(self, text: Text, saying: Saying, *, by: int, at: datetime) -> None:
        """Mask it, accept it with its codes, and clear it for quoting."""
        for label, words in saying.hidden:
            actions.hide_words(self.session, text, words=words, label=label, by=by, at=at)
        if self.chance.happens(SECOND_THOUGHTS):
            actions.set_aside(self.session, text, by=by, at=at)
            actions.reopen(self.session, text, by=by, at=at + timedelta(minutes=4))
            at += timedelta(minutes=5)
        if text.held:
            actions.accept(self.session, text, by=self._other(by), at=at)
            actions.accept(self.session, text, by=by, at=at + timedelta(minutes=30))
        for code, stance in saying.codes:
            add_code(self.session, text, code=code, stance=stance, by=by, at=at)
        if self.chance.happens(CODED_TWICE):
            self._code_again(text, saying, by=by, at=at)
        if "quote" in saying.flags:
            actions.clear_for_quoting(self.session, text, by=by, at=at + timedelta(hours=2))
        self.texts[saying.text] = text
        if "alike" in saying.flags:
            head = self.alike.setdefault(tuple(code for code, _stance in saying.codes), text)
            if head is not text:
                keep_together(self.session, [text], head=head, by=by, at=at, id=self.chance.id())

    def _code_again(self, text: Text, saying: Saying, *, by: int, at: datetime) -> None:
        """By the other reviewer, later the same day, who does not see the first one's codes."""
        other = self._other(by)
        for code, stance in saying.codes:
            seen = code if self.chance.happens(AGREED) else self._mistaken(code)
            add_code(self.session, text, code=seen, stance=stance, by=other, at=at + timedelta(hours=1))

    def _mistaken(self, code: str) -> str:
        """Another code of the same topic, or of one that is close to it."""
        topic = SHIPPED.topic(code).id
        return confused(self.chance.one([one.id for one in SHIPPED.under(topic) if one.id != code]))
