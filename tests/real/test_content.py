"""The whole content: every id of both maps; model answers are senior and fit the clock, weak answers are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from coach.compose import Coach, Options
from coach.core.drill import Item
from coach.core.hints import SPEECH_WPM
from coach.core.rubric import Level
from coach.core.text import tokens
from coach.core.transcript import Transcript
from tests.places import CHECKOUT

pytestmark = pytest.mark.real

MAPS = CHECKOUT.parent / "shared"


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    home = tmp_path_factory.mktemp("home")
    models = CHECKOUT / ".coach" / "models"
    if models.is_dir():
        (home / "models").symlink_to(models)
    made = Coach(Options(home=home))
    yield made
    made.close()


def mapped(name: str) -> object:
    path: Path = MAPS / name
    if not path.is_file():
        pytest.skip("there is no folder `shared` beside the checkout")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_every_id_of_both_maps_is_there_with_its_elements_and_traps(coach: Coach) -> None:
    room, study = mapped("content-map-coach.yaml"), mapped("content-map-study.yaml")
    assert isinstance(room, list)
    assert isinstance(study, dict)
    for each in [*room, *study["items"]]:
        rubric = coach.library.rubric_of(coach.library.items[each["id"]])
        assert [(e.id, e.must) for e in rubric.elements] == [(e["id"], e["must"]) for e in each["elements"]], each["id"]
        assert [t.id for t in rubric.traps] == [t["id"] for t in each.get("traps", [])], each["id"]
    assert {k: [s.id for s in r.segments] for k, r in coach.library.rounds.items()} == {
        r["id"]: [s["id"] for s in r["segments"]] for r in study["rounds"]
    }
    titles = {i.title for i in coach.library.items.values()}
    assert {g["term"] for g in study["glossary"]} <= titles


def test_every_model_answer_is_senior_falls_into_no_trap_and_fits_its_clock(coach: Coach) -> None:
    wrong = [fault for item in coach.library.items.values() if (fault := _fault(coach, item))]
    assert wrong == []


def _fault(coach: Coach, item: Item) -> str:
    card = coach.judge(item, coach.library.rubric_of(item), Transcript.typed(item.model_answer))
    spoken_s = len(tokens(item.model_answer)) / SPEECH_WPM * 60
    if spoken_s > item.time.answer_s:
        return f"{item.id}: {spoken_s:.0f} s for a clock of {item.time.answer_s:.0f} s"
    if card.level is not Level.SENIOR:
        return f"{item.id}: {card.level} ({card.score:.0f})"
    return ", ".join(f"{item.id}: trap {t.id}" for t in card.traps if t.hit)


def test_what_a_weak_candidate_says_scores_below_mid(coach: Coach) -> None:
    wrong = []
    for item in coach.library.items.values():
        rubric = coach.library.rubric_of(item)
        for trap in rubric.traps:
            for said in trap.recognise.exemplars if trap.recognise else ():
                card = coach.judge(item, rubric, Transcript.typed(said))
                if card.level is not Level.JUNIOR:
                    wrong.append(f"{item.id} {trap.id}: {card.level} ({card.score:.0f}): {said}")
    assert wrong == []
