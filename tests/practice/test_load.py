"""Practice models load frozen and whole; every way to spoil a file is refused with its cure."""

import json
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from teui.errors import DataFault, TeuiError
from teui.practice.load import load_model, model_ids, read_content, read_folder
from teui.practice.model import Recorded, Some, Unanswered
from teui.practice.service_line import CARD

HERE = Path(__file__).parent
SMALL = HERE / "small"
BAD_FILES = tomllib.loads((HERE / "bad_files.toml").read_text(encoding="utf-8"))["bad"]


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(SMALL, folder / "small"))


def test_the_small_model_is_good() -> None:
    model = read_folder(SMALL)

    assert model.id == "small"
    assert [section.id for section in model.sections] == ["start", "work"]
    assert model.requirements[0].when == Some(
        (Recorded("work.skills", "unseen"), Unanswered("work.story"))
    )
    assert model.requirements[0].under == {"none", "line_1", "line_2"}


@pytest.mark.parametrize("spoiled", BAD_FILES, ids=lambda spoiled: spoiled["message"][:60])
def test_a_spoiled_file_is_refused(tmp_path: Path, spoiled: dict[str, str]) -> None:
    path = copy(tmp_path) / spoiled["file"]
    content = path.read_text(encoding="utf-8")
    assert spoiled["good"] in content
    path.write_text(content.replace(spoiled["good"], spoiled["bad"], 1), encoding="utf-8")

    with pytest.raises(DataFault) as caught:
        read_folder(path.parent)

    assert str(caught.value) == spoiled["message"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "outcomes.toml").unlink()

    with pytest.raises(DataFault, match=r"^outcomes\.toml: -: the file is missing\. Add "):
        read_folder(folder)


def test_a_file_of_other_bytes_is_named(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "outcomes.toml").write_bytes(b'integration = "\xe4"')

    with pytest.raises(DataFault, match=r"^outcomes\.toml: -: it is not UTF-8\. Save it as UTF-8"):
        read_folder(folder)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("interview", "", "interview.toml: section: there is none. Add [[section]]."),
        (
            "outcomes",
            'integration = "always"',
            "outcomes.toml: outcome: there is none. Add [[outcome]].",
        ),
        ("lines", "", "lines.toml: line.2: it is missing. Add [line.2] with its fields."),
        ("line_interview", "", "line_interview.toml: line: it is missing. Add it."),
        ("model", "", "model.toml: rules_dated: it is missing. Add the day of the rules."),
    ],
)
def test_an_empty_file_is_refused(tmp_path: Path, file: str, content: str, message: str) -> None:
    folder = copy(tmp_path)
    for name in ("requirements", "told"):
        (folder / f"{name}.toml").write_text("", encoding="utf-8")
    (folder / "followups.toml").write_text(NO_FOLLOW_UPS, encoding="utf-8")
    for name in ("plans", "offers"):
        (folder / f"{name}.toml").write_text("", encoding="utf-8")
    if file == "outcomes":
        for name in ("lines", "handing"):
            (folder / f"{name}.toml").write_text("", encoding="utf-8")
    (folder / f"{file}.toml").write_text(content, encoding="utf-8")

    with pytest.raises(DataFault) as caught:
        read_folder(folder)

    assert str(caught.value) == message


NO_FOLLOW_UPS = """
settings = { horizon = "m", plan_review = "m", undated = "m", days_off = [] }
length = [{ id = "m", amount = 1, unit = "months", source = "office setting" }]
view = { silent = [], ending = [], interviews = [], drafts = [] }
contact = { channels = "work.course" }
"""


def test_the_shipped_model_loads_once_and_whole() -> None:
    model = load_model("te-2013")

    assert model is load_model("te-2013")
    assert (model.rules_dated, model.law_until) == (date(2013, 12, 10), date(2024, 12, 31))
    assert len(model.questions) == 56
    assert [len(found) for found in (model.outcomes, model.criteria, model.requirements)] == [
        7,
        14,
        19,
    ]
    assert set(model.sources) == {"S0", "S1", "S2", "S3", "S4"}


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(TeuiError) as caught:
        load_model("te-2031")

    assert caught.value.code == "unknown_model"
    assert model_ids() == ("te-2013",)


def test_the_canonical_form_is_the_model() -> None:
    model = load_model("te-2013")

    again = read_content(model.content)

    assert again.digest == model.digest
    assert (again.questions, again.requirements) == (model.questions, model.requirements)
    assert (again.lengths, again.follow_ups) == (model.lengths, model.follow_ups)


def test_a_line_has_its_responsibility_channels_path_and_sources() -> None:
    lines = load_model("te-2013").lines

    assert [(line.number, line.outcome) for line in lines.values()] == [
        (1, "line_1"),
        (2, "line_2"),
        (3, "line_3"),
    ]
    assert [line.responsibility for line in lines.values()] == ["team", "adviser", "adviser"]
    assert [line.channels[0] for line in lines.values()] == ["online", "meeting", "meeting"]
    assert [len(line.phases) for line in lines.values()] == [0, 3, 4]
    assert all(tuple(line.sources) == CARD for line in lines.values())


def test_a_kept_model_from_before_the_stages_still_loads() -> None:
    tables = json.loads(load_model("te-2013").content)
    del tables["stages"]
    assert read_content(json.dumps(tables)).stages == ()


def test_a_kept_model_from_before_handing_over_still_loads() -> None:
    tables = json.loads(load_model("te-2013").content)
    del tables["handing"]
    assert not read_content(json.dumps(tables)).handing.reasons


def test_no_group_and_no_background_is_a_reason_for_another_line() -> None:
    rules = load_model("te-2013").handing
    assert set(rules.background) == {
        "unemployment_length",
        "service",
        "administrative_decision",
    }
    assert not set(rules.background) & rules.reasons.keys()
    assert all(rules.between(leaving, to) for leaving in (1, 2, 3) for to in {1, 2, 3} - {leaving})


def test_only_the_initial_interview_is_never_bought() -> None:
    stages = load_model("te-2013").stages
    assert [each.id for each in stages if each.is_interview] == ["initial_interview"]
    assert [each.id for each in stages if each.may_be_bought] == ["language_skills", "literacy"]


def test_a_kept_model_from_before_the_lines_had_a_file_still_loads() -> None:
    tables = json.loads(load_model("te-2013").content)
    del tables["lines"]
    tables["followups"]["settings"]["team_lines"] = [1]

    model = read_content(json.dumps(tables))

    assert [model.is_teams(number) for number in (1, 2, 3, None)] == [True, False, False, False]
    assert model.lines[3].phases == ("rehabilitation", "direction", "competence", "employment")
    assert not model.has_cards
    assert load_model("te-2013").has_cards


def test_layout_and_comments_do_not_change_the_digest_and_content_does(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    path = folder / "requirements.toml"
    content = path.read_text(encoding="utf-8")
    path.write_text("# a remark\n\n" + content.replace(" = ", "   =   "), encoding="utf-8")
    assert read_folder(folder).digest == read_folder(SMALL).digest

    path.write_text(content.replace("settled_only = true", ""), encoding="utf-8")
    assert read_folder(folder).digest != read_folder(SMALL).digest


def test_a_length_is_the_one_in_force_on_the_day() -> None:
    model = read_folder(SMALL)

    assert model.length("window", date(2019, 12, 31)).amount == 2
    assert model.length("window", date(2020, 1, 1)).amount == 3
    assert model.length("window", date(1950, 1, 1)).amount == 2
    assert model.length("week", date(2030, 1, 1)).amount == 5


def test_deciding_is_what_a_rule_reads_and_what_that_hangs_on() -> None:
    questions = read_folder(SMALL).questions

    assert {q.id for q in questions.values() if q.deciding} == questions.keys()
    assert not load_model("te-2013").questions["work.sought"].deciding


def test_a_canonical_form_that_is_spoiled_is_refused_too() -> None:
    tables = json.loads(load_model("te-2013").content)
    tables["outcomes"]["outcome"].pop()

    with pytest.raises(DataFault, match=r"^outcomes\.toml: "):
        read_content(json.dumps(tables))


def test_the_catalogue_and_the_beginnings_of_a_plan_are_read() -> None:
    model = read_folder(SMALL)

    coaching, rehabilitation = model.services.values()
    assert coaching.first_on == {1, 2}
    assert not rehabilitation.first_on
    assert (coaching.provider, coaching.led_elsewhere) == ("school", False)
    assert (rehabilitation.provider, rehabilitation.led_elsewhere) == (None, True)
    assert model.plans.starts[1].reports == "search"
    assert model.plans.starts[2].reports is None


def test_the_shipped_catalogue_has_first_choices_on_every_line() -> None:
    model = load_model("te-2013")

    assert len(model.services) == 41
    for line in (1, 2, 3):
        assert sum(line in service.first_on for service in model.services.values()) >= 10
    assert {service.id for service in model.services.values() if service.led_elsewhere} == {
        "social_rehabilitation",
        "medical_rehabilitation",
    }
    assert model.plans.starts.keys() == {1, 2, 3}


def test_a_model_kept_from_before_the_catalogue_still_loads() -> None:
    tables = json.loads(load_model("te-2013").content)
    del tables["services"], tables["plans"], tables["offers"]

    older = read_content(json.dumps(tables))

    assert (older.services, older.plans.starts, older.offers.states) == ({}, {}, {})
    assert older.follow_ups.rules == load_model("te-2013").follow_ups.rules
