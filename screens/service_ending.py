"""What is asked at the end of a service: what came of it, how its aim was met, what follows."""

from datetime import date

from screens.services_asking import Asking, ServicesScreen
from screens.words import Words, word
from teui.casework import service_words, services
from teui.casework.services_values import ServiceUse
from teui.casework.services_view import forward
from teui.practice.texts import Texts

BROKEN_OFF = "broken_off"
NOT_SAID = "not_said"


class EndQuestions(Asking):
    """Each answer is kept as it is given: what was asked last is asked again next time."""

    def __init__(self, screen: ServicesScreen, use: ServiceUse) -> None:
        super().__init__(screen, lambda t: service_words.service(t, use.service))
        self.use = use
        self._life = self.frame.desk.model.service_life

    def ask(self) -> None:
        """End it, or where it has ended go on with what is not judged yet."""
        if self.use.is_over:
            self._judge(self._first_open())
        else:
            self.end()

    def end(self) -> None:
        """How and when it ended, then the judging."""
        options: dict[str, Words] = {
            code: word(f"service_life.result.{code}") for code in self._life.results
        }
        options[BROKEN_OFF] = word("services.broken_off")
        chosen = BROKEN_OFF if self.use.end_reason else self.use.result
        self.pick("result", options, chosen, self._ended, more=self._who_meets)

    def _who_meets(self, t: Texts) -> str:
        """The end of some services is a meeting of client, school and office."""
        known = self.frame.desk.model.services.get(self.use.service)
        return t("services.meeting_of_three") if known and known.meeting_of_three else ""

    def _ended(self, result: str) -> None:
        if result == BROKEN_OFF:
            options = {
                code: word(f"service_life.end_reason.{code}") for code in self._life.end_reasons
            }
            self.pick(
                "end_reason", options, self.use.end_reason, lambda why: self._on_day(None, why)
            )
        else:
            self._on_day(result, None)

    def _on_day(self, result: str | None, reason: str | None) -> None:
        desk, use = self.frame.desk, self.use
        today = desk.clock.today()
        likely = use.ended_on or min(use.ends_on or today, today)

        def take(day: date | None) -> None:
            if day is not None:
                ended = services.end(desk, use.uid, result, day, reason)
                self.screen.write(ended, self.typed, lambda _: self._go_on(0))

        self.day("ended_on", likely, take, place=f"{use.uid}:ended", toward="past", needed=True)

    def _asked(self) -> list[str]:
        """What is judged: the provider is asked where there is one, partners where it ended."""
        known = self.frame.desk.model.services.get(self.use.service)
        by_others = bool(self.use.provider or (known and known.provider))
        asked = list(services.JUDGED)
        if not by_others:
            asked.remove("provider_feedback")
        if not by_others or self.use.end_reason:
            asked.remove("partner_judgement")
        return asked

    def _first_open(self) -> int:
        asked = self._asked()
        open_ = [at for at, name in enumerate(asked) if getattr(self.use, name) is None]
        return open_[0] if open_ and self.use.judged_on is None else 0

    def _go_on(self, at: int) -> None:
        """The next question, on the service as it has become."""
        use = self.screen.view.use(self.use.uid)
        if use is not None:
            self.use, self.typed = use, []
            self._judge(at)

    def _judge(self, at: int) -> None:
        asked, use = self._asked(), self.use
        name = asked[at]
        match name:
            case "provider_feedback":
                standing = use.provider_feedback or ""
                self.text(
                    name, standing, lambda text: self._keep(at, text), place=f"{use.uid}:{name}"
                )
            case "need_changed":
                options: dict[str, Words] = {
                    code: word(f"services.need.{code}") for code in ("no", "yes")
                }
                standing_need = {None: "no", True: "yes", False: "no"}[use.need_changed]
                self.pick(name, options, standing_need, lambda yes: self._keep(at, yes == "yes"))
            case "next_step":
                put = forward(self.frame.desk, use, self.screen.view.line)
                steps = {
                    code: word(f"service_life.next_step.{code}") for code in self._life.next_steps
                }
                self.pick(
                    name,
                    steps,
                    use.next_step or put.step,
                    lambda code: self._keep(at, code),
                    more=lambda t: service_words.forwarded(t, put.line, put.source),
                )
            case _:
                self._ask_judgement(at, name)

    def _ask_judgement(self, at: int, name: str) -> None:
        options: dict[str, Words] = {
            code: word(f"service_life.judgement.{code}") for code in self._life.judgements
        }
        options[NOT_SAID] = word("services.not_said")
        self.pick(
            name,
            options,
            getattr(self.use, name),
            lambda code: self._keep(at, None if code == NOT_SAID else code),
        )

    def _keep(self, at: int, value: str | bool | None) -> None:
        name = self._asked()[at]
        judged = services.judge(self.frame.desk, self.use.uid, **{name: value})
        last = at + 1 == len(self._asked())
        then = (lambda _: self._tell(str(value))) if last else (lambda _: self._go_on(at + 1))
        self.screen.write(judged, self.typed, then)

    def _tell(self, step: str) -> None:
        """What a key does about the next step that was chosen."""
        key = f"services.then.{step}"
        t = self.frame.t
        self.frame.say(t(key) if t.has(key) else t("services.judged"), "good")
