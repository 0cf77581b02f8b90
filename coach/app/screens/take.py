"""A screen with an answer and its take: listening from any word, faster or slower, walking from word to word."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from coach.app.bindings import key
from coach.app.messages import PlaybackStarted
from coach.app.screens.base import CoachScreen
from coach.app.services import Services
from coach.app.status import Status
from coach.app.timeline import word_at
from coach.app.widgets.answer_view import AnswerView
from coach.app.widgets.take_line import TakeLine
from coach.core.attempt import Attempt
from coach.core.ports import Playback, Stop
from coach.core.transcript import Transcript

LEAD_IN_S = 0.4
"""Playing starts this much before a word, so that it is heard whole; word times are off by about as much."""

STEP_S = 2.0
"""How far the arrow keys move the cursor in the take."""

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
"""How fast a take can be played."""


class TakeScreen(CoachScreen):
    """A screen that shows an answer (AnswerView) with its take (TakeLine)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "stop", "stop", "Stop the sound.", "scorecard.stop"),
        key("left", "seek(-1)", "earlier", "Move the cursor two seconds back.", "scorecard.earlier", show=False),
        key("right", "seek(1)", "later", "Move the cursor two seconds on.", "scorecard.later", show=False),
        key(
            "shift+left",
            "step(-1)",
            "word before",
            "Go to the word before.",
            "scorecard.before",
            show=False,
        ),
        key("shift+right", "step(1)", "next word", "Go to the next word.", "scorecard.next", show=False),
        key(
            "left_square_bracket",
            "speed(-1)",
            "slower",
            "Play slower, same pitch.",
            "scorecard.slower",
            show=False,
        ),
        key(
            "right_square_bracket",
            "speed(1)",
            "faster",
            "Play faster, same pitch.",
            "scorecard.faster",
            show=False,
        ),
    ]

    def __init__(self, services: Services, status: Status, attempt: Attempt, transcript: Transcript) -> None:
        super().__init__(services, status)
        self.attempt = attempt
        self.transcript = transcript
        self.word = 0
        """Index of the word under the cursor."""
        self._playback: Playback | None = None
        self._starting_s: float | None = None
        self._speed = 1.0

    def on_mount(self) -> None:
        """Follow what is played."""
        self.set_interval(0.1, self._follow)

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._playback:
            self._playback.stop()

    @property
    def playing(self) -> bool:
        """Whether the take is heard."""
        return self._playback is not None and self._playback.playing

    def stand_on(self, word: int) -> None:
        """Put the cursor on a word."""
        words = self.transcript.words
        if not words:
            return
        self.word = max(0, min(len(words) - 1, word))
        start_s = words[self.word].start_s
        if start_s is not None:
            self.query_one(TakeLine).cursor_s = start_s
        self._underline()

    def stand_at(self, moment_s: float) -> None:
        """Put the cursor on a moment of the take, and on the word that is said then."""
        self.query_one(TakeLine).cursor_s = moment_s
        self.word = word_at(self.transcript, moment_s)
        self._underline()

    def _underline(self) -> None:
        words = self.transcript.words
        if words:
            self.query_one(AnswerView).cursor = (words[self.word].start, words[self.word].end)

    @on(TakeLine.Clicked)
    def _clicked(self, clicked: TakeLine.Clicked) -> None:
        self.stand_at(clicked.moment_s)

    def action_play(self) -> None:
        """Play from the cursor on."""
        if self.services.practice.audio_path(self.attempt) is None:
            self.say("A typed answer has no sound.")
            return
        self._play_from(max(0.0, self.query_one(TakeLine).cursor_s - LEAD_IN_S))

    def _play_from(self, start_s: float) -> None:
        path = self.services.practice.audio_path(self.attempt)
        if path is None:
            return
        player, old, speed = self.services.player, self._playback, self._speed
        self._playback = None
        self._starting_s = start_s

        def play(stop: Stop) -> PlaybackStarted:
            if old:
                old.stop()
            playback = player.play(path, start_s, speed)
            if stop():
                playback.stop()
            return PlaybackStarted(playback)

        self.in_background("play", play)

    @on(PlaybackStarted)
    def _started(self, started: PlaybackStarted) -> None:
        self._playback = started.playback
        self._starting_s = None
        self.refresh_bindings()

    def _follow(self) -> None:
        """Light the word being heard."""
        if self._playback is None:
            return
        view = self.query_one(AnswerView)
        if not self._playback.playing:
            self._playback = None
            view.spoken = None
            self.stand_at(self.query_one(TakeLine).cursor_s)
            self.refresh_bindings()
            return
        at_s = self._playback.position_s
        self.query_one(TakeLine).cursor_s = at_s
        words = self.transcript.words
        begun = [w for w in words if w.start_s is not None and w.start_s <= at_s]
        view.cursor = None
        view.spoken = (begun[-1].start, begun[-1].end) if begun else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing to stop while nothing plays; a typed answer has no sound."""
        if action == "stop":
            return self._playback is not None
        if action in ("play", "seek", "speed"):
            return self.attempt.audio is not None
        return True

    def action_stop(self) -> None:
        """Fall silent."""
        playback = self._playback
        if playback:
            self.run_worker(playback.stop, group="play-stop", thread=True)

    def action_seek(self, direction: int) -> None:
        """Move the cursor in the take."""
        longest_s = self.transcript.duration_s or 0.0
        self.stand_at(max(0.0, min(longest_s, self.query_one(TakeLine).cursor_s + direction * STEP_S)))

    def action_step(self, direction: int) -> None:
        """Move the cursor from word to word."""
        self.stand_on(self.word + direction)

    def action_speed(self, direction: int) -> None:
        """Play slower or faster; what is being played goes on from where it is."""
        at = SPEEDS.index(self._speed) + direction
        if not 0 <= at < len(SPEEDS):
            return
        self._speed = SPEEDS[at]
        self.query_one(TakeLine).speed = self._speed
        if self._playback is not None and self._playback.playing:
            self._play_from(self._playback.position_s)
        elif self._starting_s is not None:
            self._play_from(self._starting_s)
