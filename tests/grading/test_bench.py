"""The benchmark still runs: its figures are looked at by hand."""

import os
import subprocess
import sys

import pytest

from course_lib.grading import demo


def test_it_lays_out_a_class_of_different_solved_copies(course, specs, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(course.root / "tools")
    import bench

    bench.make_class(course, specs, tmp_path / "class", 2, "manual")
    handed = [p.read_bytes() for p in sorted((tmp_path / "class" / "submitted").rglob("*.ipynb"))]
    assert len(handed) == len(set(handed)) == 2 * len(specs)
    assert 'pictures = "manual"' in (tmp_path / "class" / "course.toml").read_text()
    assert {p.stem for p in (tmp_path / "class" / "source" / demo.ASSIGNMENT).glob("*.ipynb")} == set(specs)


@pytest.mark.skipif(not os.environ.get("COURSE_FULL"), reason="two minutes: make full")
def test_it_compares_with_stock_nbgrader(course):
    words = [sys.executable, "tools/bench.py", "--few", "1", "--many", "2"]
    done = subprocess.run(words, cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "so the overhead is" in done.stdout
