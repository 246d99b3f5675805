"""What is asked of a job offer, one thing after another; what Esc leaves half-typed is kept."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.offer_asking import OfferAsking
from screens.words import Words, word
from teui.casework import offer_words, offers
from teui.casework.offers import Job, Offer, OffersView, Outcome, Stop
from teui.errors import TeuiError
from teui.practice.offer_model import BY
from teui.practice.texts import Texts

Written = Callable[["Future[Any]", list[str]], None]
"""Waits for a write; then the places of texts half-typed are forgotten."""
_YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class _Leave:
    """What lets an offer be made although something speaks against it."""

    consulted: bool = False
    despite: str | None = None


class OfferQuestions:
    """The questions of a new offer, of one that is changed, of its outcome."""

    def __init__(self, screen: Frame, view: OffersView, written: Written) -> None:
        self._screen, self._view, self._written = screen, view, written
        self._today = screen.desk.clock.today()
        self._asking = OfferAsking(screen, view.customership_uid)

    def new(self) -> None:
        """Soft stops first, then what, where and until when."""
        if any(stop.kind == "consult" for stop in self._view.stops):
            self._ask_consulted()
        else:
            self._ask_despite(_Leave(), self._view.stops)

    def edit(self, offer: Offer) -> None:
        """Everything anew, Enter keeps what stands."""
        self._asking.about = offer.uid
        standing = Job(
            title=offer.title,
            isco=offer.isco,
            employer=offer.employer,
            is_short=offer.is_short,
            offered_on=offer.offered_on,
            apply_by=offer.apply_by,
            note=offer.note,
        )

        def save(job: Job) -> None:
            self._done(offers.change(self._screen.desk, offer.uid, job))

        def note(job: Job) -> None:
            said = job.note or ""
            self._asking.type("note", said, str, lambda text: save(replace(job, note=text)))

        def short(job: Job) -> None:
            self._ask_short(job, note)

        def apply_by(job: Job) -> None:
            self._ask_apply_by(job, short)

        self._ask_title(standing, lambda job: self._ask_offered_on(job, apply_by))

    def outcome(self, offer: Offer) -> None:
        """How far it has come; of one that failed whose reason it was, and which."""
        self._asking.about = offer.uid
        states = self._screen.desk.model.offers.states

        def take(state: str) -> None:
            if states[state].means == "failed":
                self._asking.pick(
                    "by", BY, offer.failed_by, lambda by: self._ask_reason(offer, state, by)
                )
            else:
                self._set(offer, Outcome(state))

        self._asking.pick("state", tuple(states), offer.state, take)

    # What speaks against it

    def _ask_consulted(self) -> None:
        who = self._view.responsible
        options: dict[str, Words] = {
            "yes": word("offer.consulted.yes", who=who),
            "no": word("offer.consulted.no"),
        }
        others = tuple(stop for stop in self._view.stops if stop.kind != "consult")

        def take(answer: str | None) -> None:
            if answer == "yes":
                self._ask_despite(_Leave(consulted=True), others)
            elif answer == "no":
                self._ask_despite(_Leave(), self._view.stops)

        self._screen.app.push_screen(Picker(word("offer.consulted.title"), options), take)

    def _ask_despite(self, leave: _Leave, against: tuple[Stop, ...]) -> None:
        if not against:
            self._ask_job(leave)
            return

        def check(typed: str) -> str:
            if not typed:
                raise TeuiError("offer_stopped")
            return typed

        def said(t: Texts) -> str:
            return offer_words.BETWEEN.join(
                offer_words.stop(t, each, self._view) for each in against
            )

        self._asking.type(
            "despite",
            "",
            check,
            lambda why: self._ask_job(replace(leave, despite=why)),
            hint=said,
        )

    # What is offered

    def _ask_job(self, leave: _Leave) -> None:
        def save(job: Job) -> None:
            desk, case = self._screen.desk, self._view.customership_uid
            self._done(
                offers.make(desk, case, job, consulted=leave.consulted, despite=leave.despite)
            )

        def last(job: Job) -> None:
            # Only short work is offered before a known change: asked where it is likely alone.
            if self._view.ready.short_only:
                self._ask_short(replace(job, is_short=True), save)
            else:
                save(job)

        sought = self._view.sought
        usual = Job(sought.title, sought.isco) if sought is not None else Job("")
        self._ask_title(usual, lambda job: self._ask_apply_by(job, last))

    def _ask_title(self, job: Job, then: Callable[[Job], None]) -> None:
        standing = f"{job.title} / {job.isco}" if job.isco else job.title

        def check(typed: str) -> str:
            offers.read_job(typed)
            return typed

        def employer(typed: str) -> None:
            title, isco = offers.read_job(typed)
            named = replace(job, title=title, isco=isco)
            self._asking.type(
                "employer",
                job.employer or "",
                str,
                lambda text: then(replace(named, employer=text)),
            )

        self._asking.type("job", standing, check, employer, whole=self._asking.about == "new")

    def _ask_offered_on(self, job: Job, then: Callable[[Job], None]) -> None:
        def check(day: date) -> None:
            offers.check_days(day, None, self._today)

        assert job.offered_on is not None
        self._asking.day(
            "offered_on",
            job.offered_on,
            "past",
            check,
            lambda day: then(replace(job, offered_on=day or job.offered_on)),
        )

    def _ask_apply_by(self, job: Job, then: Callable[[Job], None]) -> None:
        def check(day: date) -> None:
            offers.check_days(job.offered_on or self._today, day, self._today)

        self._asking.day(
            "apply_by",
            job.apply_by,
            "future",
            check,
            lambda day: then(replace(job, apply_by=day)),
        )

    def _ask_short(self, job: Job, then: Callable[[Job], None]) -> None:
        self._asking.pick(
            "short",
            _YES_NO,
            "yes" if job.is_short else "no",
            lambda answer: then(replace(job, is_short=answer == "yes")),
        )

    # What came of it

    def _ask_reason(self, offer: Offer, state: str, by: str) -> None:
        reasons = {each.id: each for each in self._screen.desk.model.offers.reasons_by(by)}

        def take(reason: str) -> None:
            outcome = Outcome(state, by, reason)
            if not reasons[reason].is_typed:
                self._set(offer, outcome)
                return

            def check(typed: str) -> str:
                offers.check_outcome(self._screen.desk.model, replace(outcome, words=typed))
                return typed

            self._asking.type(
                "words",
                offer.note or "",
                check,
                lambda text: self._set(offer, replace(outcome, words=text)),
            )

        self._asking.pick("reason", tuple(reasons), offer.failed_reason, take)

    def _set(self, offer: Offer, outcome: Outcome) -> None:
        self._done(offers.set_outcome(self._screen.desk, offer.uid, outcome))

    def _done(self, written: "Future[Any]") -> None:
        self._written(written, self._asking.typed)
