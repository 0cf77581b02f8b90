"""Stories and projects as a candidate has them, and their history in memory."""

from collections.abc import Sequence

from coach.core.drill import Item, Kind, TimeBudget
from coach.core.ledger import LedgerFigure, Project
from coach.core.stories import Axis, Judgment, Story, Told
from coach.core.story_history import Retrieval
from tests.fakes_store import MemoryStore

SCHEMA = Story(
    id="shared-schema",
    title="The table two teams fought over",
    axis=Axis.CROSS_TEAM_CONFLICT,
    situation="My team owned the daily campaign table. Analytics wanted two more columns, and the trainer of the model "
    "team read every column, so it would have failed on the day of the change.",
    task="I owned the table, and my job was to make the change without breaking the trainer.",
    action="I wrote a deprecation policy of one page, walked both teams through it, and paired with their lead for an "
    "afternoon to name the columns.",
    result="Eight schema changes shipped in six months with 0 incidents.",
    insight="Schema conflicts are process conflicts, so I write the rule first.",
    stake="The weekly model and a launch for advertisers.",
    judgment=Judgment(
        options=("freeze the table", "change it and mend their query"),
        choice="I mended the query, because the addition broke nothing else.",
    ),
    people=("the lead of the model team", "the analysts"),
    numbers=("8 changes", "0 incidents"),
    prompts=("behavioral-shared-table-conflict",),
)
PAGE = Story(
    id="stale-spend",
    title="Stale spend at three in the morning",
    axis=Axis.PRODUCTION_INCIDENT,
    situation="I was paged because spend was stale.",
    result="It was fixed before breakfast.",
    stake="Advertisers overspend when spend is stale.",
)
MATRIX = (SCHEMA, PAGE)

DEDUP = Project(
    id="dedup",
    name="Impression deduplication",
    period="2025",
    moved=LedgerFigure(what="duplicate rate", value=0.3, unit="%", baseline=2.3, date="2025-09"),
    flat=LedgerFigure(what="latency", value=4, unit="minutes", baseline=4, date="2025-09"),
    change=LedgerFigure(what="false drops", value=0.2, unit="%"),
)


def prompt_item(item_id: str, title: str, prompt: str) -> Item:
    """A behavioral item."""
    return Item(
        id=item_id,
        kind=Kind.BEHAVIORAL,
        title=title,
        prompt=prompt,
        time=TimeBudget(prepare_s=10, answer_s=90),
        rubric="exactly-once",
        model_answer="A story.",
    )


CONFLICT = prompt_item("behavioral-story-cross-team-conflict", "Conflict between teams", "Tell of a conflict.")
INCIDENT = prompt_item("behavioral-story-production-incident", "Leading an incident", "Tell of an incident you led.")
SHARED = prompt_item("behavioral-shared-table-conflict", "A shared table", "Two teams depend on your table.")
SHIPPED = prompt_item("behavioral-project-shipped", "A shipped project", "Tell of a project and its numbers.")
ITEMS = (CONFLICT, INCIDENT, SHARED, SHIPPED)


class MemoryStories:
    """The port StoryHistory in memory, over the attempts of a MemoryStore."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self.noted: dict[str, str] = {}
        self.kept: list[Retrieval] = []

    def note(self, attempt: str, story: str) -> None:
        self.noted[attempt] = story

    def story_of(self, attempt: str) -> str | None:
        return self.noted.get(attempt)

    def tellings(self) -> dict[str, str]:
        return {a: s for a, s in self.noted.items() if s}

    def told(self) -> dict[str, Told]:
        found: dict[str, Told] = {}
        for attempt_id, story in self.tellings().items():
            attempt = self._store.kept[attempt_id]
            earlier = found.get(story)
            scores = [
                s for s in (earlier.best if earlier else None, attempt.scorecard and attempt.scorecard.score) if s
            ]
            found[story] = Told(
                (earlier.times if earlier else 0) + 1, attempt.created_at, max(scores) if scores else None
            )
        return found

    def keep(self, retrieval: Retrieval) -> None:
        self.kept.append(retrieval)

    def retrievals(self) -> Sequence[Retrieval]:
        return tuple(self.kept)
