"""An idea counts in any words, and only when the speaker says it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.adapters.content_yaml import load_library
from coach.adapters.match_weights import load_match_weights
from coach.core.analysis.findings import Number
from coach.core.analysis.numbers import find_numbers
from coach.core.drill import Item, Kind, TimeBudget
from coach.core.matching import Matches, match_rubric
from coach.core.ports import ContentError
from coach.core.rubric import Element, Figure, Recogniser, Rubric, Trap
from coach.core.spans import TimeSpan
from coach.core.stems import stem
from coach.core.transcript import HeardWord, Transcript

WEIGHTS = load_match_weights()
ROOT = Path(__file__).resolve().parents[2]
ITEM = Item(
    id="cold-cache",
    kind=Kind.DRILL,
    title="A cold cache",
    prompt="Reads are slow. What do you do?",
    time=TimeBudget(answer_s=30),
    rubric="cold-cache",
    model_answer="Who reads it, and how stale may it be?",
)


def element(name: str, *, must: bool = True, repair: str = "Say it.", **recognise: object) -> Element:
    return Element(
        id=name, what=f"Says {name}.", must=must, repair=repair, recognise=Recogniser.model_validate(recognise)
    )


STALENESS = element(
    "staleness",
    exemplars=(
        "Sixty seconds old is fine, so the entries expire after a minute.",
        "I give every key a time to live of one minute.",
        "The cached price may be a minute stale and then it must expire.",
        "A short expiry on the cache, because stale prices cost money.",
        "I let the cached entries expire quickly.",
    ),
    near_misses=(
        "I would put a cache in front of it.",
        "Caches are fast.",
        "We never expire anything in the cache.",
        "How stale may it be?",
        "My old lead used to say that caches need an expiry.",
    ),
    terms=(("cache", "cached", "entries", "key"), ("expire", "expiry", "ttl", "time to live", "stale")),
)
READER = element(
    "reader",
    repair="First, who reads it?",
    question=True,
    exemplars=(
        "Who reads this, and what for?",
        "Is the reader a person or a bidder?",
        "First I want to know who the consumer is.",
        "Which team uses that result?",
        "Whose screen does that end up on?",
    ),
    near_misses=("Who wrote this query?", "The users want it fast.", "How often does it run?"),
    terms=(("who", "whose", "which team", "consumer", "reader"),),
)
REFLEX = Trap(
    id="reflex",
    what="Adds a cache at once.",
    repair="Ask first.",
    recognise=Recogniser(
        exemplars=(
            "I would just put Redis in front of it.",
            "Add a cache and be done.",
            "My first step is a big cache layer.",
            "Throw Redis at the reads.",
        ),
        near_misses=(
            "I would not just put Redis in front of it.",
            "A cache alone does not solve it.",
            "Before any cache I ask who reads it.",
        ),
        terms=(("redis", "memcached", "cache layer", "cache"), ("put", "add", "throw", "front")),
    ),
)
RUBRIC = Rubric(id="cold-cache", elements=(READER, STALENESS), traps=(REFLEX,))


def matched(text: str, rubric: Rubric = RUBRIC, numbers: Sequence[Number] | None = None) -> Matches:
    transcript = Transcript.typed(text)
    return match_rubric(
        rubric, ITEM, transcript, find_numbers(transcript) if numbers is None else tuple(numbers), None, WEIGHTS
    )


@pytest.mark.parametrize(
    "answer",
    [
        "So who is going to read this result, a person or a machine? Then I would let the cached entries expire after "
        "a minute, since a stale price costs us money.",
        "I want to know the consumer first, which team uses it. And every key in the cache gets a time to live of a "
        "minute so nothing stale stays.",
    ],
)
def test_an_idea_counts_in_other_words_than_the_exemplars(answer: str) -> None:
    found = matched(answer)

    assert found.element("reader").counts
    assert found.element("staleness").counts


@pytest.mark.parametrize(
    "answer",
    [
        "I think caches are great and caches are fast. We never expire anything in there, why should we.",
        "My old lead used to say that the cached entries need an expiry. He would always say that.",
        "Invalidation, cache, expiry, time to live, staleness, consumers, readers, events. All these topics are "
        "important.",
    ],
    ids=["denied", "attributed", "keywords"],
)
def test_words_of_an_idea_that_are_denied_attributed_or_recited_do_not_count(answer: str) -> None:
    assert not matched(answer).element("staleness").counts


def test_evidence_is_the_tightest_stretch_that_says_it() -> None:
    answer = (
        "The dashboard team told us about the slow page on Monday. Who reads this, and what for? "
        "After that I would have a look at the size of the machines we have there."
    )

    spans = matched(answer).element("reader").spans

    assert [answer[s.start : s.end] for s in spans] == ["Who reads this, and what for?"]


def test_evidence_in_speech_without_punctuation_is_a_part_of_it() -> None:
    answer = (
        "so there was this page that took nine seconds and everybody was annoyed by it and then I asked who reads "
        "this and what for and it turned out that it was one person in finance on the first of every month"
    )

    match = matched(answer).element("reader")

    assert match.counts
    assert "who reads this" in " ".join(answer[s.start : s.end] for s in match.spans).replace("\n", " ")
    assert sum(s.end - s.start for s in match.spans) < len(answer) / 2


def test_the_rule_names_the_exemplar_that_matched_or_what_came_nearest() -> None:
    found = matched("Who reads this, and what for? I would also like some tea with that and a biscuit.")

    assert found.element("reader").rule.startswith('said: "Who reads this, and what for?"')
    assert found.element("staleness").rule.startswith("nearest: ")


def test_a_trap_said_outright_is_hit() -> None:
    found = matched("I would just put Redis in front of it, add a cache layer and then the reads are fast again.")

    assert found.traps[0].counts


@pytest.mark.parametrize(
    "answer",
    [
        "I would not just put Redis in front of it. Who reads this, and what for? Entries expire after a minute.",
        "Who reads this, and how old may the price be? The key expires after a minute, and then it is read afresh.",
    ],
    ids=["denied", "never mentioned"],
)
def test_a_trap_that_is_turned_down_is_not_hit(answer: str) -> None:
    assert not matched(answer).traps[0].counts


def test_elements_named_in_unless_void_a_trap() -> None:
    answer = (
        "I would just put Redis in front of it, add a cache layer and be done with the reads. Who reads this, and "
        "what for? Which team uses that result?"
    )
    voidable = RUBRIC.model_copy(update={"traps": (REFLEX.model_copy(update={"unless": ("reader",)}),)})

    assert matched(answer).traps[0].counts
    assert not matched(answer, voidable).traps[0].counts


def test_a_trap_by_omission_needs_a_real_answer_without_the_idea() -> None:
    omission = Trap(id="no-reader", what="Never asks who reads it.", repair="Ask.", omits=("reader",))
    rubric = RUBRIC.model_copy(update={"traps": (omission,)})
    long_enough = (
        "I would let the cached entries expire after a minute, and I would look at the size of the machine, the "
        "number of connections and the queries that it gets all day long from everywhere."
    )

    assert matched(long_enough, rubric).traps[0].counts
    assert not matched("The entries expire after a minute.", rubric).traps[0].counts
    assert not matched(f"Who reads this, and what for? {long_enough}", rubric).traps[0].counts


def test_an_idea_with_a_figure_needs_one_of_the_right_size() -> None:
    priced = element(
        "price",
        exemplars=(
            "That costs us two hundred thousand dollars a month.",
            "The bill is six figures a month, about 150,000 dollars.",
            "We pay 180,000 dollars every month for it.",
        ),
        near_misses=("What does it cost?", "That is expensive.", "It costs two hundred dollars a month."),
        terms=(("cost", "costs", "bill", "pay"), ("month", "monthly")),
        figures=(Figure(units=("usd",), low=100_000, high=1_000_000),),
    )
    rubric = Rubric(id="price", elements=(priced, READER))

    right = matched("The bill is about 170,000 dollars a month for that one page.", rubric).element("price")
    small = matched("The bill is about 200 dollars a month for that one page.", rubric).element("price")

    assert right.counts
    assert right.closeness > small.closeness


def test_an_idea_bound_to_the_beginning_does_not_count_late() -> None:
    early = READER.model_copy(update={"recognise": READER.recognise.model_copy(update={"within_s": 10.0})})
    rubric = Rubric(id="early", elements=(early, STALENESS))
    talk = "I would look at the machines and their memory, and then at the network and the disks. " * 4

    assert matched(f"Who reads this, and what for? {talk}", rubric).element("reader").counts
    late = matched(f"{talk}Who reads this, and what for?", rubric).element("reader")
    assert not late.counts
    assert "10 s" in late.voided


def test_the_time_of_a_take_counts_when_there_is_one() -> None:
    early = READER.model_copy(update={"recognise": READER.recognise.model_copy(update={"within_s": 10.0})})
    rubric = Rubric(id="early", elements=(early, STALENESS))
    words = "Who reads this, and what for?".split()

    def spoken(start_s: float) -> Matches:
        heard = [HeardWord(w, start_s + i * 0.4, start_s + i * 0.4 + 0.3, 0.9) for i, w in enumerate(words)]
        speech = (TimeSpan(start_s, start_s + 3),)
        transcript = Transcript.spoken(heard, duration_s=start_s + 3, speech=speech, engine="e", model="m")
        return match_rubric(rubric, ITEM, transcript, (), None, WEIGHTS)

    assert spoken(2).element("reader").counts
    assert not spoken(15).element("reader").counts


def test_an_idea_that_must_come_first_is_voided_when_another_came_before_it() -> None:
    first = READER.model_copy(update={"recognise": READER.recognise.model_copy(update={"before": ("staleness",)})})
    rubric = Rubric(id="order", elements=(first, STALENESS))
    ask, tell = "Who reads this, and what for?", "I let the cached entries expire after a minute."

    assert matched(f"{ask} {tell}", rubric).element("reader").counts
    swapped = matched(f"{tell} {ask}", rubric).element("reader")
    assert not swapped.counts
    assert "staleness" in swapped.voided


def test_nothing_is_expressed_in_an_empty_answer() -> None:
    found = matched("")

    assert not any(m.counts for m in (*found.elements, *found.traps))
    assert all(not m.spans for m in found.elements)


def test_the_same_answer_always_gets_the_same_matches() -> None:
    answer = "Who reads this? I let the cached entries expire, and I would not throw Redis at the reads."

    assert matched(answer) == matched(answer)


def test_the_matches_say_which_matcher_judged() -> None:
    class Same:
        def compare(self, windows: Sequence[str], references: Sequence[str]) -> list[list[float]]:
            return [[1.0 if w == r else 0.1 for r in references] for w in windows]

    transcript = Transcript.typed("Who reads this, and what for?")

    assert matched("Who reads this?").matcher.startswith("words only")
    with_model = match_rubric(RUBRIC, ITEM, transcript, (), Same(), WEIGHTS)
    assert with_model.matcher.startswith("sentence model")
    assert with_model.element("reader").counts


def test_the_model_answer_of_every_item_expresses_most_of_its_must_elements() -> None:
    library, _ = load_library([ROOT])
    met = wanted = 0
    for item in library.items.values():
        rubric = library.rubric_of(item)
        transcript = Transcript.typed(item.model_answer)
        found = match_rubric(rubric, item, transcript, find_numbers(transcript), None, WEIGHTS)
        musts = [e.id for e in rubric.elements if e.must]
        wanted += len(musts)
        met += sum(found.element(e).counts for e in musts)

    assert met >= 0.85 * wanted


def test_forms_and_spellings_of_a_word_have_one_stem() -> None:
    for family in (
        ("materialise", "materialize", "materialised", "materializing", "materialisation"),
        ("partition", "partitions", "partitioned", "partitioning"),
        ("query", "queries"),
        ("don't", "won't", "cannot"),
        ("five", "5"),
    ):
        assert len({stem(w) for w in family}) == 1, family


def test_damaged_weights_are_refused_in_one_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "weights.json"
    damaged.write_text('{"fitted_on": "today"}')

    with pytest.raises(ContentError, match="cannot be read"):
        load_match_weights(damaged)
