"""The frame of a test cell: every check reported, no names left, hidden checks announced."""

import numpy as np
import pytest

from course_lib import checks
from course_lib.checks import CheckFailed, frame


def run(code: str, **names) -> tuple[dict, frame.Report, Exception | None]:
    namespace = {"checks": checks, **names}
    try:
        exec(code, namespace)
    except Exception as error:
        return namespace, frame.last_report, error
    return namespace, frame.last_report, None


def test_all_checks_are_reported_not_only_the_first_that_fails(capsys):
    code = """
with checks.question("q1_public", hidden=2, points=3) as check:
    with check("one"): checks.close(1.0, 2.0)
    with check("two"): checks.close(2.0, 2.0)
    with check("three"): undefined_name
"""
    _, report, error = run(code)
    assert isinstance(error, CheckFailed) and "2 of 3 checks fail: one; three" in str(error)
    assert [message is None for _, message in report.results] == [False, True, False]
    out = capsys.readouterr().out
    assert (
        "1 of 3 checks pass" in out and "2 hidden checks (3 points)" in out and "undefined_name is not defined" in out
    )


def test_a_cell_that_checks_nothing_fails():
    _, report, error = run('with checks.question("q") as check: pass')
    assert error is not None and not report.passed


def test_no_names_are_left_and_overwritten_ones_come_back():
    code = 'with checks.question("q") as check:\n    x = 5; other = 6\n    with check("a"): checks.close(x, 5)'
    namespace, report, error = run(code, x="mine")
    assert error is None and report.passed
    assert namespace["x"] == "mine" and "other" not in namespace and "check" not in namespace


def test_an_empty_blank_is_named():
    def blank():
        raise NotImplementedError

    said = "the answer still ends at its line raise NotImplementedError(): put your code in its place"
    _, report, _ = run('with checks.question("q") as check:\n    with check("a"): f()', f=blank)
    assert report.results == [("a", said)]
    _, report, _ = run('with checks.question("q") as check:\n    f()\n    with check("a"): pass', f=blank)
    assert report.results == [("your code runs", said)]


def test_what_is_no_exception_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        exec('with checks.question("q") as check:\n    with check("a"): raise KeyboardInterrupt', {"checks": checks})
    assert not frame.last_report.passed


def test_random_inputs_are_fixed_by_tag_and_seed(monkeypatch):
    first = checks.rng("a").random(3)
    assert (first == checks.rng("a").random(3)).all() and (first != checks.rng("b").random(3)).all()
    monkeypatch.setattr(frame, "_campaign_seed", "secret")
    assert (first != checks.rng("a").random(3)).all()


def test_a_matrix_product_that_does_not_fit_is_told_without_gufuncs():
    with pytest.raises(ValueError) as caught:
        np.ones((2, 3)) @ np.ones((4, 5))
    assert frame.describe(caught.value).startswith(
        "what your code gave does not fit: ValueError: the factors of a matrix product do not fit: the inner sizes are 3 and 4"
    )
