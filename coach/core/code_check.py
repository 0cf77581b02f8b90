"""The shape of a Python program, read from its syntax tree; the program is never run."""

import ast
from collections.abc import Callable, Iterator

from coach.core.pad_ports import ConstructResult, PadVerdict
from coach.core.sql_task import CodeConstruct, CodeFeature, CodeTask

CHAIN = 3
"""So many comparisons of one value with texts are a chain."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def check_code(text: str, task: CodeTask) -> PadVerdict:
    """Read a program and say what it lacks; a program that is no Python gets its line."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return PadVerdict(right=False, message=f"This is no Python: {error.msg}.", line=error.lineno)
    except (ValueError, RecursionError, MemoryError):
        return PadVerdict(right=False, message="This cannot be read as Python; it is nested too deeply or damaged.")
    results = tuple(ConstructResult(c.name, _RULES[c.name](tree, c), c.why) for c in task.constructs)
    lacking = [r for r in results if not r.met]
    if lacking:
        rest = f" ({len(lacking) - 1} more below)" if len(lacking) > 1 else ""
        return PadVerdict(right=False, message=f"Not there yet: {lacking[0].why}{rest}", constructs=results)
    return PadVerdict(right=True, message="Everything that was asked for is there.", constructs=results)


def _classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.ClassDef))


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (n for n in ast.walk(tree) if isinstance(n, Function))


def _name(node: ast.expr | None) -> str:
    """The last part of a dotted name, of a call's function or of a subscript's value."""
    if isinstance(node, ast.Call):
        return _name(node.func)
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _abstract_names(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for each in _classes(tree):
        marked = any(_name(d) == "abstractmethod" for f in _functions(each) for d in f.decorator_list)
        if marked or "Protocol" in {_name(b) for b in each.bases}:
            found.add(each.name)
    return found


def _abstract_base(tree: ast.Module, _: CodeConstruct) -> bool:
    return bool(_abstract_names(tree))


def _subclasses(tree: ast.Module, asked: CodeConstruct) -> bool:
    """Classes that name an abstract base, or that have all methods of a protocol."""
    abstract = _abstract_names(tree)
    duties = [
        {f.name for f in each.body if isinstance(f, Function)} - {"__init__"}
        for each in _classes(tree)
        if "Protocol" in {_name(b) for b in each.bases}
    ]

    def fills(each: ast.ClassDef) -> bool:
        own = {f.name for f in each.body if isinstance(f, Function)}
        named = abstract & {_name(b) for b in each.bases}
        return bool(named) or any(duty and duty <= own for duty in duties)

    return sum(fills(c) for c in _classes(tree) if c.name not in abstract) >= (asked.number or 1)


def _registry(tree: ast.Module, _: CodeConstruct) -> bool:
    """A dict of texts to classes or functions of the text, or a decorator or hook that fills one."""
    known = {c.name for c in _classes(tree)} | {f.name for f in _functions(tree)}
    dicts = {
        _name(t)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and (isinstance(node.value, ast.Dict | ast.DictComp) or _name(node.value) in {"dict", "defaultdict"})
        for t in (node.targets if isinstance(node, ast.Assign) else [node.target])
    } - {""}
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and len(node.values) > 1 and all(_name(v) in known for v in node.values):
            return True
    fillers = (f for f in _functions(tree) if f.name != "run_checks")
    for function in fillers:
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and any(
                isinstance(t, ast.Subscript) and _name(t.value) in dicts for t in node.targets
            ):
                return True
    return False


def _typed_model(tree: ast.Module, _: CodeConstruct) -> bool:
    for each in _classes(tree):
        fields = [n for n in each.body if isinstance(n, ast.AnnAssign)]
        if not fields:
            continue
        if {"NamedTuple", "BaseModel"} & {_name(b) for b in each.bases}:
            return True
        for mark in each.decorator_list:
            options = {k.arg: k.value for k in mark.keywords} if isinstance(mark, ast.Call) else {}
            frozen = options.get("frozen")
            if _name(mark) == "dataclass" and isinstance(frozen, ast.Constant) and frozen.value is True:
                return True
            if _name(mark) == "frozen":
                return True
    return False


def _typed_functions(tree: ast.Module, _: CodeConstruct) -> bool:
    """Every function but tests says what it takes and gives."""
    asked = [f for f in _functions(tree) if not f.name.startswith("test")]
    for f in asked:
        parameters = [
            a for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs) if a.arg not in {"self", "cls"}
        ]
        if any(a.annotation is None for a in parameters) or (f.returns is None and f.name != "__init__"):
            return False
    return bool(asked)


def _separate_units(tree: ast.Module, asked: CodeConstruct) -> bool:
    units = [n for n in tree.body if isinstance(n, Function) and not n.name.startswith("test")]
    return len(units) >= (asked.number or 1)


def _test_function(tree: ast.Module, _: CodeConstruct) -> bool:
    for function in _functions(tree):
        if function.name.startswith("test"):
            for node in ast.walk(function):
                if isinstance(node, ast.Assert) or _name(node if isinstance(node, ast.Call) else None) in {
                    "raises",
                    "assertEqual",
                    "assertIn",
                    "assertTrue",
                }:
                    return True
    return False


def _no_if_chain(tree: ast.Module, _: CodeConstruct) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Match):
            texts = [c for c in node.cases if isinstance(c.pattern, ast.MatchValue)]
            if len(texts) >= CHAIN:
                return False
        if isinstance(node, ast.If) and _chain(node) >= CHAIN:
            return False
        if isinstance(node, Function) and _one_after_another(node) >= CHAIN:
            return False
    return True


def _chain(node: ast.If) -> int:
    length = 0
    rest: list[ast.stmt] = [node]
    while len(rest) == 1 and isinstance(rest[0], ast.If) and _compares_text(rest[0].test):
        length += 1
        rest = rest[0].orelse
    return length


def _one_after_another(function: Function) -> int:
    """Ifs in a row that each ask the same for another text, returning in between."""
    return max(
        (
            sum(isinstance(n, ast.If) and _compares_text(n.test) for n in body)
            for node in ast.walk(function)
            if isinstance(body := getattr(node, "body", None), list)
        ),
        default=0,
    )


def _compares_text(test: ast.expr) -> bool:
    return (
        isinstance(test, ast.Compare)
        and isinstance(test.ops[0], ast.Eq)
        and any(
            isinstance(side, ast.Constant) and isinstance(side.value, str) for side in (test.left, *test.comparators)
        )
    )


def _early_error(tree: ast.Module, _: CodeConstruct) -> bool:
    return any(isinstance(n, ast.Raise) and _name(n.exc) != "NotImplementedError" for n in ast.walk(tree))


_RULES: dict[CodeFeature, Callable[[ast.Module, CodeConstruct], bool]] = {
    CodeFeature.ABSTRACT_BASE: _abstract_base,
    CodeFeature.SUBCLASSES: _subclasses,
    CodeFeature.REGISTRY: _registry,
    CodeFeature.TYPED_MODEL: _typed_model,
    CodeFeature.TYPED_FUNCTIONS: _typed_functions,
    CodeFeature.SEPARATE_UNITS: _separate_units,
    CodeFeature.TEST_FUNCTION: _test_function,
    CodeFeature.NO_IF_CHAIN: _no_if_chain,
    CodeFeature.EARLY_ERROR: _early_error,
}
