"""The judge's protocol on hard cases: each test cell gives the same in plain Jupyter and through the judge."""

import subprocess
import time

import numpy as np
import pytest

from course_lib.grading.judge.codec import ProtocolError, _check_generator

IMPORTS = "import numpy as np\nfrom course_lib import checks\n"

STUDENT = """
import numpy as np, torch, sympy

def apply(f, *args):
    return f(*args)

def scale_in_place(x):
    x *= 2
    return x

def append_one(items, log={}):
    items.append(1)
    return items

def squares(n):
    for i in range(n):
        yield i * i

def total(numbers):
    return sum(numbers)

def draw(rng, n):
    return rng.random(n)

def torch_square(t):
    return (t ** 2).sum()

def step(t, lr):
    with torch.no_grad():
        t -= lr * t.grad
    t.grad.zero_()

def risky(x):
    if x < 0:
        raise ValueError(f"negative: {x}")
    return x ** 0.5

class Custom(KeyError):
    pass

def custom():
    raise Custom("mine")

def calls_and_hides(f):
    try:
        f()
    except Exception:
        return "hidden"

class Counter:
    shared = []
    def __init__(self, start):
        self.start, self.seen = start, []
    def add(self, x):
        self.seen.append(x)
        return self
    def __len__(self):
        return len(self.seen)
    def __add__(self, other):
        return Counter(self.start + other.start)
    def __getitem__(self, i):
        return self.seen[i]
    @property
    def path(self):
        return np.array(self.seen)

def keep(x, store=[]):
    store.append(x)
    return store

def change_kept(value):
    keep.__defaults__[0][0][...] = value

def value_of(objective, x):
    return objective.value(x), objective.L, len(objective.minimizers)

def expression():
    x = sympy.Symbol("x", positive=True)
    return sympy.sin(x) ** 2 + sympy.Rational(1, 3)

embedding = torch.nn.Embedding(2, 2, sparse=True)
embedding(torch.tensor([1])).sum().backward()
sparse = {"coo": torch.eye(2).to_sparse(), "csr": [torch.eye(2).to_sparse_csr()], "weight": embedding.weight}
no_numbers = torch.nested.nested_tensor([torch.ones(2), torch.ones(3)])
nested = {"a": [1, (2.5, None)], "b": {"c": np.arange(3)}, 3: True}
big = 10 ** 50
state = Counter(5)
bad_repr = type("Bad", (), {"__repr__": lambda self: 1 / 0})()
"""

#: name of the case: (body of the test cell, whether it passes, the names it uses)
CASES = {
    "a tensor with one entry and an odd stride crosses": (
        """
import torch
with checks.question("q") as check:
    with check("a diagonal"):
        for dtype in (torch.float32, torch.bfloat16):
            result = apply(torch.diagonal, torch.ones(1, 1, dtype=dtype))
            checks.close(result, [1.0])
            checks.equal(str(result.dtype), str(dtype))
""",
        True,
        ["apply"],
    ),
    "sparse tensors and gradients are read": (
        """
import torch
with checks.question("q") as check:
    with check("by name, in a list, as a result, as a gradient"):
        for one in (sparse["coo"], sparse["csr"][0], apply(torch.Tensor.to_sparse, torch.eye(2))):
            checks.true(torch.is_tensor(one), "no tensor")
            checks.close(one, [[1, 0], [0, 1]])
        checks.close(sparse["weight"].grad, [[0, 0], [1, 1]])
""",
        True,
        ["sparse", "apply"],
    ),
    "a tensor that has no numbers fails its check": (
        """
with checks.question("q") as check:
    with check("nested"):
        checks.close(no_numbers, [1.0])
    with check("the next"):
        checks.close(1.0, 1.0)
""",
        False,
        ["no_numbers"],
    ),
    "calls are counted": (
        """
with checks.question("q") as check:
    with check("count"):
        count = []
        def f(x):
            count.append(x)
            return x + 1
        checks.close([apply(f, i) for i in range(5)], [1, 2, 3, 4, 5])
        checks.equal(len(count), 5)
""",
        True,
        ["apply"],
    ),
    "mutated arguments are mutated for the caller": (
        """
with checks.question("q") as check:
    with check("array"):
        x = np.array([1.0, 2.0])
        y = scale_in_place(x)
        checks.close(x, [2.0, 4.0])
        checks.true(y is x, "identity")
    with check("list"):
        items = [0]
        checks.true(append_one(items) is items, "identity")
        checks.equal(items, [0, 1])
""",
        True,
        ["scale_in_place", "append_one"],
    ),
    "an unchanged input is seen to change": (
        """
with checks.question("q") as check:
    with check("pure"):
        x = np.ones(2)
        with checks.unchanged(x=x):
            scale_in_place(x)
""",
        False,
        ["scale_in_place"],
    ),
    "an argument changed later, by another call": (
        """
with checks.question("q") as check:
    with check("kept"):
        x = np.zeros(2)
        keep(x)
        change_kept(7.0)
        checks.close(x, [7.0, 7.0])
""",
        True,
        ["keep", "change_kept"],
    ),
    "a result of a call-back changed in place": (
        """
with checks.question("q") as check:
    with check("shared"):
        x = np.ones(2)
        apply(scale_in_place, apply(lambda: x))
        checks.close(x, [2.0, 2.0])
""",
        True,
        ["apply", "scale_in_place"],
    ),
    "generators of the student's": (
        """
with checks.question("q") as check:
    with check("list"):
        checks.equal(list(squares(4)), [0, 1, 4, 9])
    with check("next"):
        g = squares(3)
        next(g)
        checks.equal(next(g), 1)
""",
        True,
        ["squares"],
    ),
    "generators of the test's": (
        """
with checks.question("q") as check:
    with check("sum"):
        checks.close(total(i for i in range(5)), 10)
""",
        True,
        ["total"],
    ),
    "a shared random generator": (
        """
with checks.question("q") as check:
    with check("draws go on"):
        rng, same = np.random.default_rng(3), np.random.default_rng(3)
        checks.close(draw(rng, 4), same.random(4))
        checks.close(rng.random(2), same.random(2))
        checks.close(draw(rng, 2), same.random(2))
""",
        True,
        ["draw"],
    ),
    "requires_grad and gradients survive": (
        """
with checks.question("q") as check:
    import torch
    with check("grad is filled in"):
        t = torch.tensor([1.0, 2.0], requires_grad=True)
        t.grad = torch.tensor([10.0, 20.0])
        step(t, 0.1)
        checks.close(t, [0.0, 0.0])
        checks.close(t.grad, [0.0, 0.0])
        checks.true(t.requires_grad, "requires_grad is lost")
    with check("dtype"):
        checks.true(torch_square(torch.ones(2, dtype=torch.float64)).dtype == torch.float64, "dtype is lost")
""",
        True,
        ["step", "torch_square"],
    ),
    "exceptions expected by a test": (
        """
with checks.question("q") as check:
    with check("built-in"):
        with checks.raises(ValueError, message="negative"):
            risky(-1.0)
        checks.close(risky(4.0), 2.0)
    with check("a student's own, of a built-in kind"):
        with checks.raises(KeyError, message="custom"):
            custom()
""",
        True,
        ["risky", "custom"],
    ),
    "an exception of the test's own comes back through the student": (
        """
with checks.question("q") as check:
    class Mine(Exception):
        pass
    def f():
        raise Mine("through")
    with check("same kind"):
        with checks.raises(Mine, message="mine"):
            apply(f)
    with check("or is hidden by the student"):
        checks.equal(calls_and_hides(f), "hidden")
""",
        True,
        ["apply", "calls_and_hides"],
    ),
    "objects, attributes, items, operators": (
        """
with checks.question("q") as check:
    with check("object"):
        c = Counter(2.0)
        checks.true(c.add(1).add(2) is c, "chain")
        checks.equal(len(c), 2)
        checks.equal(c[1], 2)
        checks.close(c.path, [1, 2])
        checks.close((c + state).start, 7.0)
        c.start = 9.0
        checks.close(c.start, 9.0)
""",
        True,
        ["Counter", "state"],
    ),
    "plain data, nested": (
        """
with checks.question("q") as check:
    with check("nested"):
        checks.equal(nested["a"][1], (2.5, None))
        checks.close(nested["b"]["c"], [0, 1, 2])
        checks.true(nested[3] is True, "bool")
        checks.equal(big, 10**50)
""",
        True,
        ["nested", "big"],
    ),
    "the library's objects cross": (
        """
with checks.question("q") as check:
    from course_lib.objectives import Quadratic, booth
    with check("by name"):
        checks.close(apply(np.sin, 0.5), np.sin(0.5))
        checks.close(apply(booth, 1.0, 3.0), 0.0)
    with check("an instance, by its public attributes"):
        f = Quadratic(np.diag([1.0, 4.0]))
        value, L, n = value_of(f, np.ones(2))
        checks.close(value, 2.5)
        checks.close(L, 4.0)
        checks.equal(n, 1)
""",
        True,
        ["apply", "value_of"],
    ),
    "SymPy trees": (
        """
with checks.question("q") as check:
    import sympy
    with check("expression"):
        x = sympy.Symbol("x")
        got = expression()
        at = got.subs({s: x for s in got.free_symbols}) - sympy.sin(x) ** 2
        checks.true(sympy.simplify(at - sympy.Rational(1, 3)) == 0, "not the expression")
""",
        True,
        ["expression"],
    ),
    "an undefined name": (
        """
with checks.question("q") as check:
    with check("x"):
        checks.close(nowhere(1), 1)
""",
        False,
        ["nowhere"],
    ),
    "a repr that raises": (
        """
with checks.question("q") as check:
    with check("x"):
        checks.close(bad_repr, 1)
""",
        False,
        ["bad_repr"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_same_in_jupyter_and_through_the_judge(judge, name):
    source, passes, names = CASES[name]
    step = {"id": "q", "source": IMPORTS + source, "names": names}
    _, judged, plain = judge.job(
        [{"do": "run", "id": "s", "source": STUDENT, "figures": False}, step | {"do": "test"}, step | {"do": "plain"}]
    )
    assert judged["passed"] is passes, judged
    assert plain["passed"] is passes, plain


def one(judge, student: str, test: str, names: list[str], limits: dict | None = None) -> dict:
    """Return the verdict of one test on one student's cell."""
    steps = [
        {"do": "run", "id": "s", "source": student, "figures": False},
        {"do": "test", "id": "q", "source": IMPORTS + test, "names": names},
    ]
    return judge.job(steps, "seed", limits)[1]


CALL_F = 'with checks.question("q") as check:\n    with check("a"):\n        checks.close(f(1.0), 1.0)\n'


def test_a_process_that_dies_in_a_test_fails_it_and_no_other(judge):
    source = "import os\ndef f(x):\n    os._exit(0)\ndef g(x):\n    return x"
    ok = CALL_F.replace("f(1.0)", "g(1.0)")
    steps = [{"do": "run", "id": "s", "source": source}]
    steps += [{"do": "test", "id": "q", "source": IMPORTS + t, "names": [n]} for t, n in ((CALL_F, "f"), (ok, "g"))]
    _, dead, alive = judge.job(steps)
    assert not dead["passed"] and "ended" in dead["reason"] and alive["passed"]


def test_death_is_sticky_even_if_a_test_swallows_it(judge):
    test = """
with checks.question("q") as check:
    with check("a"):
        try:
            f(1.0)
        except BaseException:
            pass
        checks.close(1.0, 1.0)
"""
    verdict = one(judge, "import os\ndef f(x): os._exit(0)", test, ["f"])
    assert not verdict["passed"] and verdict["reason"]


def test_an_endless_loop_in_a_test_is_stopped(judge):
    verdict = one(judge, "def f(x):\n    while True: pass", CALL_F, ["f"], {"test_seconds": 1.0})
    assert not verdict["passed"] and "time was up" in verdict["reason"]


def test_an_endless_generator_is_stopped(judge):
    source = "def f(x):\n    while True: yield 1"
    test = CALL_F.replace("f(1.0)", "sum(f(1.0))")
    verdict = one(judge, source, test, ["f"], {"test_seconds": 1.0})
    assert not verdict["passed"]


def test_tests_do_not_see_each_other(judge):
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return float(len(seen))"
    step = {"do": "test", "id": "q", "source": IMPORTS + CALL_F, "names": ["f"]}
    results = judge.job([{"do": "run", "id": "s", "source": source}, step, step, step])
    assert [r["passed"] for r in results[1:]] == [True, True, True]


def test_only_the_contract_is_seen(judge):
    """A student's ``np`` or ``checks`` never stands in for the judge's."""
    source = "class np:\n    pass\nchecks = print = len = None\nf = 5.0"
    assert not one(judge, source, CALL_F.replace("f(1.0)", "f"), ["f"])["passed"]
    assert one(judge, source, CALL_F.replace("f(1.0), 1.0", "f, 5.0"), ["f"])["passed"]


@pytest.mark.parametrize(
    "forged",
    [
        "class E(float):\n    __eq__ = __le__ = lambda a, b: True\nf = lambda x: E(7.0)",
        "import numpy as np\nclass E(np.ndarray):\n    __le__ = lambda a, b: np.array(True)\n"
        "f = lambda x: np.ones(()).view(E) * 7",
        "class E:\n    __array__ = lambda self, *a, **k: 1 / 0\nf = lambda x: E()",
        "import numpy as np\nf = lambda x: np.empty(0)",
        "f = lambda x: float('nan')",
        "def f(x):\n    l = []\n    l.append(l)\n    return l",
        "f = lambda x: [[[]]] * 3",
        "import course_lib.checks as c\nc.close = c.compare.close = lambda *a, **k: None\nf = lambda x: 3.0",
        "import gc\nfor o in gc.get_objects():\n    if type(o).__name__ == 'Report': o.passed = True\n"
        "f = lambda x: 3.0",
        "import sys\ndef f(x):\n    frame = sys._getframe()\n    while frame:\n"
        "        frame.f_globals['passed'] = True\n        frame = frame.f_back\n    return 3.0",
    ],
    ids=range(10),
)
def test_forged_results_earn_nothing(judge, forged):
    assert not one(judge, forged, CALL_F, ["f"])["passed"]


def test_a_function_of_a_test_cannot_be_taken_apart(judge):
    source = """
def f(g):
    found = []
    for name in ("__code__", "__globals__", "__closure__", "co_consts", "func_globals", "gi_frame"):
        try:
            found.append(getattr(g, name))
        except AttributeError:
            pass
    return float(len(found))
"""
    test = 'with checks.question("q") as check:\n    with check("a"):\n        checks.close(f(lambda: 42), 0.0)\n'
    assert one(judge, source, test, ["f"])["passed"]


def test_private_attributes_of_a_test_object_do_not_cross(judge):
    source = """
def f(o):
    try:
        return o._peer.request("public", o, "_secret")
    except Exception as error:
        return type(error).__name__
"""
    test = (
        'with checks.question("q") as check:\n    class Holder:\n        _secret = 42\n    with check("a"):\n'
        '        checks.equal(f(Holder()), "AttributeError")\n'
    )
    assert one(judge, source, test, ["f"])["passed"]


def test_a_cell_that_dies_or_hangs_leaves_the_state_before_it(judge):
    cells = ["x = 5", "import os; x = 6; os._exit(1)", "while True: pass", "import sys; sys.exit()", "def (", "x"]
    results = judge.job(
        [{"do": "run", "id": str(i), "source": c} for i, c in enumerate(cells)], limits={"cell_seconds": 1.0}
    )
    assert results[1]["died"] and results[2]["died"] and "1 seconds" in results[2]["died"]
    assert results[3]["error"][0] == "SystemExit" and results[4]["error"][0] == "SyntaxError"
    assert results[5]["stdout"].strip().endswith("5") and not results[5]["error"]


def test_a_fork_that_comes_back_does_not_answer(judge):
    """A child that a student's code forks and forgets must not speak for its parent."""
    fork = "import os, time\nchild = os.fork() == 0\nif not child:\n    time.sleep(0.5)\nprint('child' if child else 'parent')"
    f = f"def f(x):\n    {fork.replace(chr(10), chr(10) + '    ')}\n    return 0.0 if child else 1.0"
    steps = [{"do": "run", "id": str(i), "source": s} for i, s in enumerate((fork, "print('next')", f))]
    steps += [{"do": "test", "id": "q", "source": IMPORTS + CALL_F, "names": ["f"]}]
    *runs, verdict = judge.job(steps)
    assert [r["stdout"].strip() for r in runs] == ["parent", "next", ""] and verdict["passed"]


def test_after_a_death_the_cells_since_the_last_test_have_run_again(judge):
    """The state is made again from the copy that was kept for the test, and the cells below it."""
    count = "n = globals().get('n', 0) + 1"
    steps = [{"do": "run", "id": str(i), "source": count} for i in range(3)]
    steps += [{"do": "test", "id": "q", "source": IMPORTS + CALL_F, "names": ["f"]}]
    steps += [
        {"do": "run", "id": "more", "source": count},
        {"do": "run", "id": "bad", "source": count + "\nraise ValueError"},
    ]
    group = "import os; os.kill(0, 9)"  # all copies with it
    ends = ("import os; os._exit(3)", "import ctypes; ctypes.string_at(0)", group, "while True: pass")
    for end in ends:
        steps += [{"do": "run", "id": "end", "source": end}, {"do": "run", "id": "see", "source": "print(n)"}]
    results = judge.job(steps, limits={"cell_seconds": 2.0})
    assert [r["died"] is not None for r in results[6:]] == [True, False] * 4
    assert [r["stdout"].strip() for r in results[7::2]] == ["5"] * 4  # what a failing cell did stays done


def test_an_array_that_was_handed_over_may_get_another_shape(judge):
    """As it would in the same process, also where the test looks at it afterwards."""
    answer = "def f(x):\n    x.shape = -1\n    x[0] = 5.0\n    return x.sum()"
    test = (
        IMPORTS
        + """
with checks.question("q") as check:
    with check("a matrix"):
        x = np.ones((2, 3))
        checks.close(f(x), 10.0)
        checks.equal(list(x.shape), [6])
        checks.close(x[:2], [5.0, 1.0])
"""
    )
    assert one(judge, answer, test, ["f"])["passed"]


def test_making_a_state_again_has_an_end(judge):
    """Cells that are slow only when they run again, and one that answers with an error then."""
    cells = [
        f"import os, time\nif os.path.exists('/tmp/{i}'):\n    time.sleep(30)\nopen('/tmp/{i}', 'w').close()"
        for i in range(5)
    ]
    find = "import gc\npeer = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentPeer')\n"
    wrong = (
        find
        + "import os\nif os.path.exists('/tmp/w'):\n    peer._send_error(ValueError('forged'))\n    os._exit(0)\nopen('/tmp/w', 'w').close()"
    )
    for sources in (cells, [wrong]):
        begun = time.monotonic()
        steps = [
            {"do": "run", "id": str(i), "source": s}
            for i, s in enumerate([*sources, "import os; os._exit(0)", "print(1)"])
        ]
        results = judge.job(steps, limits={"submission_seconds": 10.0})
        assert results[-2]["died"] and time.monotonic() - begun < 60
    assert one(judge, "f = lambda x: 1.0", CALL_F, ["f"])["passed"]


def test_output_is_bounded_also_on_one_line(judge):
    (result,) = judge.job([{"do": "run", "id": "s", "source": "print('x' * 50_000_000)"}])
    assert len(result["stdout"]) < 130_000 and "more characters" in result["stdout"]


DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
time.sleep(0.2)
"""


def test_nothing_is_left_running(judge):
    def workers() -> set[str]:
        listing = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True).stdout
        return {line.split()[0] for line in listing.splitlines() if "judge.worker" in line}

    judge.job([{"do": "run", "id": "s", "source": "1"}])
    before = workers()
    judge.job([{"do": "run", "id": "s", "source": DAEMON}])
    assert workers() <= before


BOMB = "b = [0] * 1000\nfor _ in range(5): b = [b] * 1000\n"


@pytest.mark.parametrize(
    "source",
    [
        "f = lambda x: range(10 ** 10)",
        BOMB + "f = lambda x: b",
        BOMB + "f = lambda x: {'a': b}",
        "f = lambda x: 10 ** 100_000",
        "f = lambda x: 'x' * 10 ** 8",
    ],
    ids=range(5),
)
def test_data_that_explodes_when_read_costs_its_own_test(judge, source):
    ok = CALL_F.replace("f(1.0)", "g")
    steps = [{"do": "run", "id": "s", "source": source + "\ng = 1.0"}]
    steps += [{"do": "test", "id": "q", "source": IMPORTS + t, "names": [n]} for t, n in ((CALL_F, "f"), (ok, "g"))]
    _, bomb, after = judge.job(steps, limits={"test_seconds": 10.0})
    assert not bomb["passed"] and after["passed"]


@pytest.mark.parametrize("kind", ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
def test_a_random_generators_state_is_one(kind):
    def generator():
        return np.random.Generator(getattr(np.random, kind)(1))

    like, drawn = generator().bit_generator.state, generator()
    drawn.random(3), drawn.integers(9, dtype=np.int32)
    _check_generator(drawn.bit_generator.state, like)
    forged = [{**like, "bit_generator": "Other"}, {}, None, {**like, "state": 3}]
    forged += [{**like, name: 7} for name in ("has_uint32", "buffer_pos") if name in like]
    forged += [{**like, "state": like["state"] | {"pos": pos}} for pos in (-1, 625, 2**31, 1.0) if kind == "MT19937"]
    for state in forged:
        with pytest.raises(ProtocolError):
            _check_generator(state, like)


HIJACK = "import gc\nW = next(o for o in gc.get_objects() if type(o).__name__ == 'Worker')\n"


@pytest.mark.parametrize(
    "source",
    [
        HIJACK + "def bad(self, s, f): raise ValueError('x')\ntype(W).run = bad",
        HIJACK + BOMB + "type(W).run = lambda self, s, f: {'error': [b, 'x', 'y'], 'stdout': b}",
        HIJACK + "type(W).run = lambda self, s, f: None",
        HIJACK + "def bad(self): raise OSError(12, 'no memory')\ntype(W).fork = bad",
    ],
    ids=range(4),
)
def test_a_process_that_answers_nonsense_costs_itself_alone(judge, source):
    judge.job(
        [
            {"do": "run", "id": "a", "source": source},
            {"do": "run", "id": "b", "source": "1"},
            {"do": "test", "id": "q", "source": IMPORTS + CALL_F, "names": ["f"]},
        ],
        limits={"cell_seconds": 10.0},
    )
    assert one(judge, "f = lambda x: 1.0", CALL_F, ["f"])["passed"]


@pytest.mark.parametrize(
    ("student", "check"),
    [
        ("import numpy as np\nf = lambda x: np.float16(x * 1.009)", "checks.close(f(2.0), 2.0)"),
        (
            "class E:\n    __eq__ = lambda s, o: True\nf = lambda x: [E() for _ in range(3)]",
            "checks.equal(f(3), [0, 1, 4])",
        ),
        ("class E:\n    __eq__ = lambda s, o: True\nf = lambda x: {'a': E()}", "checks.equal(f(3), {'a': 1})"),
        ("def f(x):\n    raise StopIteration", "for v in map(f, [1, 2]): checks.close(v, 1)"),
    ],
    ids=["float16", "equal to everything in a list", "in a dict", "StopIteration"],
)
def test_no_wider_tolerance_no_equality_by_decree_no_silent_end(judge, student, check):
    test = f'with checks.question("q") as check:\n    with check("a"):\n        {check}\n'
    assert not one(judge, student, test, ["f"])["passed"]


def test_a_class_built_on_list_keeps_its_methods(judge):
    source = "class f(list):\n    def __init__(self, x): self.x = x\n    def twice(self): return 2 * self.x"
    assert one(judge, source, CALL_F.replace("f(1.0)", "f(0.5).twice()"), ["f"])["passed"]
