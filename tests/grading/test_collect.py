"""Archives as Moodle, Canvas and Gradescope hand them out end up in submitted/, whatever is in them."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from course_lib.grading import samples
from course_lib.grading.collect import MAX_OF_STUDENT, read, store
from course_lib.grading.course import Course, CourseError
from course_lib.grading.repair.reading import MAX_BYTES, collect
from course_lib.grading.repair.rebuild import assign

NOTEBOOK = b'{"cells": [], "nbformat": 4}'
METADATA = """
submission_901:
  :submitters:
  - :name: Ada Lovelace
    :sid: 'a17'
    :email: ada@example.org
  - :name: Quy Nguyen
    :sid: 'q20'
    :email: quy@example.org
  :created_at: 2026-11-02 21:05:33.000000000 Z
submission_902:
  :submitters:
  - :name: Ben
    :sid:
    :email: ben@example.org
  :created_at: 2026-11-03 08:00:00.000000000 Z
"""


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return path


def by_student(hands) -> dict:
    return {hand.student: hand for hand in hands}


def test_moodle_with_folders(tmp_path):
    file = archive(
        tmp_path / "a.zip",
        {
            "Ada Lovelace_4711_assignsubmission_file_/beale_adam.ipynb": NOTEBOOK,
            "Ada Lovelace_4711_assignsubmission_file_/low_rank.ipynb": NOTEBOOK,
            "Ngô Bảo Châu_4712_assignsubmission_file/Copy of beale_adam.ipynb": NOTEBOOK,
            "Ada Lovelace_4711_assignsubmission_onlinetext_/onlinetext.html": b"<p>see file</p>",
        },
    )
    hands = by_student(read(file, "moodle"))
    assert set(hands) == {"Ada_Lovelace-4711", "Ngo_Bao_Chau-4712"}
    assert set(hands["Ada_Lovelace-4711"].files) == {"beale_adam.ipynb", "low_rank.ipynb", "onlinetext.html"}
    assert set(hands["Ngo_Bao_Chau-4712"].files) == {"Copy of beale_adam.ipynb"}


def test_moodle_without_folders_and_with_its_list_of_students(tmp_path):
    file = archive(
        tmp_path / "a.zip",
        {
            "Ada Lovelace_4711_assignsubmission_file_beale_adam.ipynb": NOTEBOOK,
            "New Student_4799_assignsubmission_file_beale_adam.ipynb": NOTEBOOK,
        },
    )
    (tmp_path / "list.csv").write_text(
        '\ufeffIdentifier,"Full name","ID number"\nParticipant 4711,Ada Lovelace,a17\nParticipant 4712,Ben,\n', "utf-8"
    )
    hands = by_student(read(file, "moodle", tmp_path / "list.csv"))
    assert set(hands) == {"a17", "New_Student-4799"}
    assert "not on the list" in hands["New_Student-4799"].notes[0]


def test_canvas(tmp_path):
    file = archive(
        tmp_path / "a.zip",
        {
            "lovelaceada_1201_889123_beale_adam.ipynb": NOTEBOOK,
            "lovelaceada_1201_889124_low_rank-1.ipynb": NOTEBOOK,
            "berben_LATE_1202_889200_beale_adam (1).ipynb": NOTEBOOK,
        },
    )
    (tmp_path / "grades.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\nLovelace,1201,a17,ada,1\n", "utf-8"
    )
    hands = by_student(read(file, "canvas", tmp_path / "grades.csv"))
    assert set(hands) == {"a17", "berben-1202"}
    assert set(hands["a17"].files) == {"beale_adam.ipynb", "low_rank-1.ipynb"}
    assert hands["berben-1202"].notes == [
        "'berben' (1202) is not on the list of students",
        "handed in late, as Canvas says",
    ]


def test_gradescope_with_a_pair_and_the_time(tmp_path, course, beale):
    right = samples.as_bytes(samples.solved(beale))
    file = archive(
        tmp_path / "a.zip",
        {
            "assignment_55_export/submission_metadata.yml": METADATA.encode(),
            "assignment_55_export/submission_901/beale_adam.ipynb": right,
            "assignment_55_export/submission_902/src/beale_adam.ipynb": NOTEBOOK,
        },
    )
    hands = by_student(read(file, "gradescope"))
    assert set(hands) == {"a17", "ben@example.org"} and hands["a17"].partners == ["q20"]
    mine = Course(tmp_path, course.settings)
    lines = store(mine, "hw1_optimization", list(hands.values()))
    assert lines[0].startswith("a17: 1 files; with q20")
    place = tmp_path / "submitted" / "a17" / "hw1_optimization"
    assert (place / "timestamp.txt").read_text().startswith("2026-11-02 21:05:33")
    handed, reason, _ = assign({"beale_adam": beale}, collect(place))["beale_adam"]
    assert handed is not None and not reason
    assert (tmp_path / "submitted" / "ben@example.org" / "hw1_optimization" / "src-beale_adam.ipynb").is_file()


def inner(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    return buffer.getvalue()


def test_a_whole_repository_does_not_hide_the_notebook(tmp_path):
    inner = {f"hw1/.git/objects/{n:02x}/abc": b"x" for n in range(80)}
    inner |= {f"hw1/data/{n}.csv": b"1,2" for n in range(100)}
    inner |= {"hw1/.ipynb_checkpoints/beale_adam-checkpoint.ipynb": b"old", "hw1/beale_adam.ipynb": NOTEBOOK}
    packed = archive(tmp_path / "inner.zip", inner).read_bytes()
    for files in ({"hw1.zip": packed}, inner):
        outer = {f"Ada_1_assignsubmission_file/{name}": data for name, data in files.items()}
        (hand,) = read(archive(tmp_path / "a.zip", outer), "moodle")
        assert {n for n in hand.files if n.endswith(".ipynb")} == {"hw1-beale_adam.ipynb"}
        assert not any("git" in name for name in hand.files)


@pytest.mark.fault
def test_what_students_put_into_archives_stays_in_their_folder(tmp_path, course):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        mine = "Mal_9_assignsubmission_file_/"
        link = zipfile.ZipInfo(mine + "link.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr(mine + "../../../../gradebook.db", b"x")
        file.writestr(mine + "/absolute.ipynb", NOTEBOOK)
        file.writestr(mine + "C:/windows.ipynb", NOTEBOOK)
        file.writestr(mine + "giant.ipynb", bytes(MAX_BYTES + 5))
        file.writestr(
            mine + "mine.zip", inner({"beale_adam.ipynb": NOTEBOOK, "../up.ipynb": b"x", "in.zip": inner({"a": b"b"})})
        )
        file.writestr(mine + "broken.zip", b"PK\x03\x04 and nothing more")
        file.writestr(mine + "timestamp.txt", b"2020-01-01 00:00:00 UTC")
        file.writestr("__MACOSX/" + mine + "._x.ipynb", b"x")
        file.writestr("Ho_1_assignsubmission_file_/beale_adam.ipynb", NOTEBOOK)
        file.writestr("Many_2_assignsubmission_file_/many.zip", inner({f"{n}.ipynb": NOTEBOOK for n in range(100)}))
    hands = by_student(read(path, "moodle"))
    mal = hands["Mal-9"]
    assert set(mal.files) == {"absolute.ipynb", "beale_adam.ipynb", "in.zip"}  # an archive in an archive stays closed
    left_out = "\n".join(mal.notes)
    for reason in (
        "it is a link",
        "its path leads elsewhere",
        "larger than 30 MB",
        "damaged archive",
        "only the LMS says when",
    ):
        assert reason in left_out
    assert len(hands["Many-2"].files) == MAX_OF_STUDENT and "more than 60 files" in hands["Many-2"].notes[0]
    before = {p for p in tmp_path.rglob("*")}
    store(Course(tmp_path, course.settings), "hw1", list(hands.values()))
    new = {p.relative_to(tmp_path).parts[0] for p in set(tmp_path.rglob("*")) - before}
    assert new == {"submitted"} and set(hands["Ho-1"].files) == {"beale_adam.ipynb"}


@pytest.mark.fault
def test_a_students_file_is_not_taken_for_the_list_of_who_handed_in_what(tmp_path):
    swapped = METADATA.replace("901", "0").replace("902", "901").replace("submission_0:", "submission_902:")
    file = archive(
        tmp_path / "a.zip",
        {
            "assignment_1_export/submission_901/beale_adam.ipynb": NOTEBOOK,
            "assignment_1_export/submission_902/beale_adam.ipynb": b"other",
            "assignment_1_export/submission_902/submission_metadata.yml": swapped.encode(),
            "assignment_1_export/submission_metadata.yml": METADATA.encode(),
        },
    )
    hands = by_student(read(file, "gradescope"))
    assert (
        hands["a17"].files == {"beale_adam.ipynb": NOTEBOOK}
        and hands["ben@example.org"].files["beale_adam.ipynb"] == b"other"
    )


@pytest.mark.fault
@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_would_be_unpacked_without_bound_is_left_out(tmp_path, method):
    with zipfile.ZipFile(tmp_path / "inner.zip", "w", method) as file:
        file.writestr("beale_adam.ipynb", bytes(2**20))
    data = {"Ada_11_assignsubmission_file_/answer.zip": (tmp_path / "inner.zip").read_bytes()}
    (hand,) = read(archive(tmp_path / "a.zip", data), "moodle")
    assert not hand.files and "packed by another method" in hand.notes[0]


@pytest.mark.fault
def test_long_names_keep_their_end_and_many_left_out_are_not_listed(tmp_path):
    long = "Copy of " * 20 + "beale_adam.ipynb"
    files = {f"Ada_11_assignsubmission_file_/{long}": NOTEBOOK, "李雷_13_assignsubmission_file_/笔记.ipynb": NOTEBOOK}
    files |= {f"Eve_12_assignsubmission_file_/../{i}.ipynb": NOTEBOOK for i in range(50)}
    files["\x1b[2JEve_14_assignsubmission_file_/a.ipynb"] = NOTEBOOK
    roster = tmp_path / "list.csv"
    roster.write_text("Identifier,ID number\nParticipant 11,a1\n")
    hands = by_student(read(archive(tmp_path / "a.zip", files), "moodle", roster))
    assert [len(name) < 120 and name.endswith(".ipynb") for name in hands["a1"].files] == [True]
    assert set(hands["student-13"].files) == {"file.ipynb"}
    assert len(hands["Eve-12"].notes) < 25 and hands["Eve-12"].notes[-1] == "more was left out"
    assert not any("\x1b" in note for hand in hands.values() for note in hand.notes)


@pytest.mark.fault
def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    file = archive(tmp_path / "a.zip", {f"N_{n}_assignsubmission_file_/x.ipynb": bytes(2**20) for n in range(40)})
    monkeypatch.setattr("course_lib.grading.collect.MAX_TOTAL", 8 * 2**20)
    with pytest.raises(CourseError, match="40 files of 40 MB in all"):
        read(file, "moodle")
    # A size that the archive understates is noticed while reading.
    data = bytearray(archive(tmp_path / "b.zip", {"N_1_assignsubmission_file_/x.ipynb": bytes(2**25)}).read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    (tmp_path / "b.zip").write_bytes(data)
    hand = read(tmp_path / "b.zip", "moodle")[0]
    assert hand.files == {} and "it is damaged" in hand.notes[0]


def test_two_ids_never_become_one_folder(tmp_path):
    roster = tmp_path / "grades.csv"
    roster.write_text("Student,ID,SIS User ID\nA,1,a+b@x.org\nB,2,a_b@x.org\n", encoding="utf-8")
    files = {f"student_{n}_{n}7_beale_adam.ipynb": f'{{"cells": [], "nbformat": 4, "n": {n}}}'.encode() for n in (1, 2)}
    hands = read(archive(tmp_path / "a.zip", files), "canvas", roster)
    assert len({hand.student for hand in hands}) == 2 and "a_b@x.org" in {hand.student for hand in hands}


def test_one_student_unpacks_to_a_bounded_size(tmp_path, monkeypatch):
    monkeypatch.setattr("course_lib.grading.collect.OF_STUDENT", 5 * 2**20)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(20):
            file.writestr(f"{n}.ipynb", bytes(2**20 + n))
    file = archive(tmp_path / "a.zip", {"N_1_assignsubmission_file_/all.zip": inner.getvalue()})
    hand = read(file, "moodle")[0]
    assert len(hand.files) == 4 and len(hand.notes) == 16 and "more than 5 MB in all" in hand.notes[0]


def test_nothing_is_lost_when_students_hand_in_again(tmp_path, course):
    mine, name = Course(tmp_path, course.settings), "a_1_2_beale_adam.ipynb"
    first = read(archive(tmp_path / "1.zip", {name: b"first"}), "canvas")
    second = read(archive(tmp_path / "2.zip", {name: b"second"}), "canvas")
    place = tmp_path / "submitted" / "a-1" / "hw1" / "beale_adam.ipynb"
    assert store(mine, "hw1", first) == ["a-1: 1 files"] and store(mine, "hw1", first) == ["a-1: as before"]
    assert "NOT collected" in store(mine, "hw1", second)[0] and place.read_bytes() == b"first"
    assert ".grading/replaced/hw1/a-1.1" in store(mine, "hw1", second, replace=True)[0]
    assert place.read_bytes() == b"second"
    assert (tmp_path / ".grading" / "replaced" / "hw1" / "a-1.1" / "beale_adam.ipynb").read_bytes() == b"first"


@pytest.mark.parametrize(
    ("data", "lms", "says"),
    [
        (b"no archive", "moodle", "cannot be read as a zip archive"),
        (inner({"x.txt": b"1"}), "moodle", "no entry looks like one of moodle's; it holds 'x.txt'"),
        (inner({"x.txt": b"1"}), "gradescope", "not one submission_metadata.yml"),
        (inner({"submission_metadata.yml": b"a: [b"}), "gradescope", "submission_metadata.yml cannot be read"),
        (inner({"x": b"1"}), "blackboard", "expected one of moodle, canvas, gradescope"),
    ],
)
def test_what_is_no_archive_of_the_lms_is_refused(tmp_path, data, lms, says):
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(CourseError, match=says):
        read(tmp_path / "a.zip", lms)


def test_a_list_of_students_with_other_columns_is_refused(tmp_path):
    (tmp_path / "list.csv").write_text("Name,Mark\nA,1\n")
    file = archive(tmp_path / "a.zip", {"A_1_assignsubmission_file_x.ipynb": b"1"})
    with pytest.raises(CourseError, match=r"expected the columns Identifier and ID number.*found Name, Mark"):
        read(file, "moodle", tmp_path / "list.csv")
