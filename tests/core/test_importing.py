"""What an importer finds in documents, and what it leaves."""

import pytest

from coach.core.drill import Kind
from coach.core.glossary import Card, rubric_of
from coach.core.importing import drafts
from coach.core.importing.found import MAX_FOUND, Draft, Entry, Found
from coach.core.importing.guide import read_guide
from coach.core.importing.transcripts import read_transcript

SCAR = """\
Scar 3 — The backup nobody restored
Interviewer: "How do you know your backups work?"
Candidate: "They run every night and the job is green."
Interviewer (frowning): "And a restore?"
Candidate: "We never had to."
The candidate should have said:
"We restore one table a week, chosen at random, and compare its counts and checksums; twice that found a hole. \
I own that job and its alarm."
What was scored is whether anybody ever restored.
"""

DRILL = """\
### Drill 2: The slow join
Your join takes an hour. What now?
What the junior says: "I'd add nodes." Why it fails: skew is not size.
What the senior says: "I look at the key first. If one key holds half of the rows, I salt it."
"""

REJECTS = """\
2. Answers that get turned down
"We use microservices."
Gets rejected because: it says nothing about boundaries.
Some prose between them.
"It is fast enough."
Gets rejected because: enough for whom?
"""

PUSHBACKS = """\
## Pushback playbook
"Why not just use cron?"
"Fair. Cron is fine for two jobs, we have two hundred that depend on each other."
The long silence
Wait five seconds and then ask: "Was that what you were after, or did I miss the point?"
"""

GLOSSARY = """\
# Glossary
A
- **Backfill** — running a pipeline again for past days.
- Watermark: how far event time has come.
| Term | Meaning |
|---|---|
| CTR | Clicks divided by impressions. |
- See also section 4
"""


def read(text: str) -> Found:
    return read_guide(text.splitlines())


def only(text: str) -> Draft:
    (draft,) = read(text).drafts
    return draft


def test_a_scar_is_its_turns_and_the_answer_in_quotes() -> None:
    scar = only(SCAR)
    assert (scar.kind, scar.title, len(scar.turns)) == (Kind.SCAR, "The backup nobody restored", 4)
    assert [t.fatal for t in scar.turns] == [False, False, False, True]
    assert scar.model_answer.startswith("We restore one table a week")
    assert scar.verdict.endswith("ever restored.")


def test_a_drill_is_its_question_and_what_the_senior_says() -> None:
    drill = only(DRILL)
    assert (drill.prompt, drill.weak) == ("Your join takes an hour. What now?", ("I'd add nodes.",))
    assert drill.model_answer == "I look at the key first. If one key holds half of the rows, I salt it."


def test_a_drill_without_an_answer_is_left() -> None:
    assert read("Drill 1 — Nothing\nSome words.").drafts == []


def test_rejected_answers_come_with_their_reason() -> None:
    found = read(REJECTS)
    assert [(d.kind, d.title) for d in found.drafts] == [
        (Kind.REJECT, "We use microservices."),
        (Kind.REJECT, "It is fast enough."),
    ]
    assert found.drafts[1].model_answer == "enough for whom?"
    assert [r.begins for r in found.left(REJECTS.splitlines())] == ["Some prose between them."]


def test_a_list_of_trap_sentences_is_taken_under_its_heading_only() -> None:
    bullets = '- "We just scale." It never says what.\n- plain advice\n'
    assert [d.title for d in read("# Traps\n" + bullets).drafts] == ["We just scale."]
    assert read("# Menu\n" + bullets).drafts == []


def test_pushbacks_are_pairs_of_quotes_and_a_silence() -> None:
    found = read(PUSHBACKS).drafts
    assert [(d.title, d.target) for d in found] == [
        (
            "Why not just use cron?",
            "Fair. Cron is fine for two jobs, we have two hundred that depend on each other.",
        ),
        ("The long silence", "Was that what you were after, or did I miss the point?"),
    ]


def test_quotes_outside_a_pushback_section_are_no_pushbacks() -> None:
    assert read(PUSHBACKS.replace("Pushback playbook", "Dialogue")).drafts == []


def test_a_glossary_is_bullets_and_rows() -> None:
    entries = read(GLOSSARY).entries
    assert [(e.term, e.says) for e in entries] == [
        ("Backfill", "running a pipeline again for past days."),
        ("Watermark", "how far event time has come."),
        ("CTR", "Clicks divided by impressions."),
    ]


def test_landmines_and_scenarios() -> None:
    found = read(
        "Landmine 1 — The clock\nThe landmine: clocks drift.\nWhat the interviewer is testing: whose clock you trust.\n"
        'Scenario 4: Late data\nThe prompt\n"Rows come late. What do you do?"\nKeep both times.\n'
    ).drafts
    assert [(d.kind, d.prompt, d.model_answer) for d in found] == [
        (Kind.LANDMINE, "clocks drift.", "whose clock you trust."),
        (Kind.SCENARIO, "Rows come late. What do you do?", "Keep both times."),
    ]


def test_every_line_is_taken_or_left() -> None:
    lines = ["Some foreword.", "", "It goes on.", *SCAR.splitlines(), "# The end"]
    found = read_guide(lines)
    assert [(r.first, r.last) for r in found.left(lines)] == [(1, 3), (len(lines), len(lines))]


def test_more_headings_than_any_guide_has_end_the_reading() -> None:
    lines = [f'Drill {n} — X\nWhat the senior says: "Yes, number {n}."' for n in range(9_999)]
    found = read_guide("\n".join(lines).splitlines())
    assert found.full
    assert len(found.drafts) == MAX_FOUND


class TestDraftedItems:
    """A draft becomes an item in the document's words, with a rubric that is marked as a draft."""

    def test_every_sentence_of_the_answer_is_an_idea(self) -> None:
        rubric = drafts.rubric_of(only(DRILL), "mine")
        assert rubric.draft
        assert [e.what for e in rubric.elements] == [
            "I look at the key first.",
            "If one key holds half of the rows, I salt it.",
        ]
        assert [t.what for t in rubric.traps] == ['Says: "I\'d add nodes."']
        assert rubric.faults() == []

    def test_the_item_says_where_it_comes_from(self) -> None:
        item = drafts.item_of(only(DRILL), "mine", "notes.md")
        assert (item.id, item.source) == ("mine-drill-the-slow-join", "notes.md, lines 1-4")

    def test_a_pushback_is_to_be_said_word_for_word(self) -> None:
        draft = read(PUSHBACKS).drafts[0]
        assert drafts.item_of(draft, "mine", "x").target == draft.model_answer
        assert [c.id for c in drafts.rubric_of(draft, "mine").checks] == ["verbatim"]

    def test_a_known_term_keeps_its_concepts(self) -> None:
        known = rubric_of(Card(term="Backfill", says="x", must_mention=(("past days", "history"), ("run again",))))
        card = drafts.card_of(Entry("Backfill", "running it again", 3), "notes.md", known)
        assert (card.must_mention, card.draft) == ((("past days", "history"), ("run again",)), False)

    def test_an_unknown_term_gets_telling_words_as_a_draft(self) -> None:
        card = drafts.card_of(Entry("Backfill", "running a pipeline again for past days", 3), "notes.md")
        assert (card.must_mention[0], card.draft) == (("pipeline",), True)


SRT = """\
1
00:00:01,000 --> 00:00:04,000
<v Dana>Why did it fail?

2
00:00:05,000 --> 00:00:09,000
<v Alex>Somebody changed the schema.

3
00:00:09,500 --> 00:00:11,000
<v Alex>I would have to check.
"""


class TestTranscripts:
    """Conversations in the formats that meeting tools write."""

    def test_subtitles_with_voices(self) -> None:
        said = read_transcript(SRT.splitlines())
        assert [(s.line, s.turn.speaker, s.turn.text) for s in said] == [
            (3, "interviewer", "Why did it fail?"),
            (7, "candidate", "Somebody changed the schema. I would have to check."),
        ]

    def test_names_and_clock_times(self) -> None:
        text = "[00:01:02] Dana: What broke?\n[00:01:05] Alex: The cache.\n[00:01:09] Dana: And then?"
        assert [s.turn.speaker for s in read_transcript(text.splitlines())] == [
            "interviewer",
            "candidate",
            "interviewer",
        ]

    def test_subtitles_without_names_go_by_the_question_mark(self) -> None:
        text = "WEBVTT\n\n00:01.000 --> 00:02.000\nWhat broke?\n\n00:03.000 --> 00:04.000\nThe cache."
        assert [s.turn.speaker for s in read_transcript(text.splitlines())] == ["interviewer", "candidate"]

    @pytest.mark.parametrize("text", ["", "Dear diary: today it rained.", "one\ntwo\nthree"])
    def test_prose_is_no_conversation(self, text: str) -> None:
        assert read_transcript(text.splitlines()) == []

    def test_the_killing_turn_ends_the_scar(self) -> None:
        turns = [s.turn for s in read_transcript(SRT.splitlines())]
        item, rubric = drafts.scar_of(turns, 1, "call", "call.srt")
        assert item.transcript[-1].fatal
        assert item.title == "Why did it fail?"
        assert rubric.draft
