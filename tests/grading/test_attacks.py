"""The attack suite: every attack earns what blank work earns, shows nothing hidden, and leaves no trace."""

from __future__ import annotations

from pathlib import Path

import attack_suite
import pytest

from course_lib.grading import work
from course_lib.grading.pool import Pool
from course_lib.grading.repair.reading import HandIn
from course_lib.grading.store import Store

LIMITS = {"cell_seconds": 8.0, "test_seconds": 8.0, "submission_seconds": 60.0, "memory_mb": 1024.0, "cpu_seconds": 60.0}
FORGING = attack_suite.load("forging")


@pytest.fixture(scope="module")
def forged(beale, tmp_path_factory) -> dict[str, dict]:
    """The records of all forging attacks, and of blank work."""
    assignment = work.Assignment({beale.name: beale}, "a secret", LIMITS, figures=False)
    pool = Pool(assignment, Store(tmp_path_factory.mktemp("store")), "bubblewrap", None, 2)
    blank = {"": HandIn({"beale_adam.ipynb": attack_suite.samples.as_bytes(attack_suite.samples.released(beale))})}
    handed = blank | {a.name: HandIn(attack_suite.hand_in(a, beale)) for a in FORGING}
    try:
        return {name: result[beale.name]["record"] for name, _, result in pool.results(handed.items())}
    finally:
        pool.close()


@pytest.mark.parametrize("attack", FORGING, ids=lambda a: a.name)
def test_a_forgery_earns_what_blank_work_earns(forged, attack):
    points = {t["id"]: t["points"] for t in forged[attack.name]["tests"]}
    assert points == {t["id"]: t["points"] for t in forged[""]["tests"]}
    assert set(points.values()) == {0.0}


def test_there_are_enough_attacks():
    assert len(FORGING) >= 30 and len(attack_suite.load("leaking")) >= 10 and len(attack_suite.load("harming")) >= 15
    names = [a.name for kind in ("forging", "leaking", "harming") for a in attack_suite.load(kind)]
    assert len(names) == len(set(names)) == len(list(Path(attack_suite.FOLDER).rglob("*.py")))
