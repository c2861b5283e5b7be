# Examples, as in docstrings.


def cases_of_examples(text):
    examples = examples_in(text)
    if not examples:
        raise NoCase("empty", 1)
    cases = []
    for at, (source, want, line) in enumerate(examples):
        try:
            ast.parse(source)
        except SyntaxError as error:
            if not is_traceback(want):
                raise NoCase("syntax", line + (error.lineno or 1) - 1, error.msg) from None
        # What shows nothing prepares those below it.
        if want or at == len(examples) - 1:
            case = Case(None, " ".join(source.split())[:100], line, examples[:at], [])
            case.run = ("example", source, want)
            cases.append(case)
    return cases


def examples_in(text):
    """Triples of source, what it shows, and the line."""
    examples = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        prompt = re.match(r"( *)>>>( |$)", lines[at])
        if not prompt:
            if re.match(r" *>>>", lines[at]):
                raise NoCase("prompt", at + 1, lines[at].strip()[:MOST_SHOWN])
            at += 1
            continue
        indent = len(prompt[1])
        line = at + 1
        source = [lines[at][indent + 4 :]]
        at += 1
        while at < len(lines) and re.match(r" {%d}\.\.\.( |$)" % indent, lines[at]):
            source.append(lines[at][indent + 4 :])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not re.match(r" *>>>( |$)", lines[at]):
            want.append(lines[at][indent:])
            at += 1
        examples.append(("\n".join(source) + "\n", "".join(one.rstrip() + "\n" for one in want), line))
    return examples


def is_traceback(want):
    return want.startswith(("Traceback (most recent call last):", "Traceback (innermost last):"))


def fits(want, got, is_elliptic, is_loose):
    """Whether an example has shown what it should."""
    want = want.replace("<BLANKLINE>", "")
    if is_loose:
        want, got = (" ".join(text.split()) for text in (want, got))
    if not is_elliptic or "..." not in want:
        return want == got
    pieces = want.split("...")
    if not got.startswith(pieces[0]) or not got.endswith(pieces[-1]):
        return False
    at = len(pieces[0])
    end = len(got) - len(pieces[-1])
    for piece in pieces[1:-1]:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end
