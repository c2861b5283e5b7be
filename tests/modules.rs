//! What a program may import, and what it tries in order to get at the rest.

mod support;

use garter::options::modules::ModulePolicy;
use garter::protocol::{FileContent, Program, Status};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let refused = ATTEMPTS
        .iter()
        .map(|(name, source)| Trial::test(format!("refused::{name}"), || check_refused(source)));
    let allowed = ALLOWED.iter().enumerate().map(|(at, (policy, source))| {
        Trial::test(format!("allowed::{at}"), || check_allowed(policy, source))
    });
    let others = [
        Trial::test("the_message_says_who_decides_and_where", message),
        Trial::test("files_of_the_program_are_its_own", own_files),
        Trial::test("a_console_is_kept_to_the_policy", console),
        Trial::test("a_run_that_is_ended_says_where_it_was", ended),
    ];
    let trials = refused.chain(allowed).chain(others).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn deny(names: &[&str]) -> ModulePolicy {
    ModulePolicy::Deny(names.iter().map(|name| (*name).to_owned()).collect())
}

fn allow(names: &[&str]) -> ModulePolicy {
    ModulePolicy::Allow(names.iter().map(|name| (*name).to_owned()).collect())
}

fn run(policy: ModulePolicy, source: &str) -> support::Run {
    support::run(Program {
        modules: Some(policy),
        ..support::program(source)
    })
}

/// Ways to `os`, where `os` is not allowed. Each ends with `got(…)`, which must not work.
const ATTEMPTS: &[(&str, &str)] = &[
    ("import", "import os; got(os)"),
    ("import_of_a_submodule", "import os.path; got(os)"),
    (
        "import_from",
        "from os import getcwd; print('GOT', getcwd())",
    ),
    ("import_as", "import os.path as p; got(p.os)"),
    ("what_serves_it", "import posix; got(posix)"),
    ("builtin_import", "got(__import__('os'))"),
    (
        "builtin_import_as_native_code_calls_it",
        "got(__import__('os', globals(), locals(), None, 0))",
    ),
    (
        "builtin_import_with_library_globals",
        "import random; got(__import__('os', vars(random)))",
    ),
    (
        "builtin_import_relative",
        "got(__import__('path', {'__package__': 'os'}, None, ['os'], 1).os)",
    ),
    (
        "import_module",
        "import importlib; got(importlib.import_module('os'))",
    ),
    (
        "importlib_import",
        "import importlib; got(importlib.__import__('os'))",
    ),
    (
        "bootstrap_import",
        "import importlib; got(importlib._bootstrap._gcd_import('os'))",
    ),
    ("exec", "exec('import os; got(os)')"),
    ("eval", "got(eval('__import__(\"os\")'))"),
    (
        "exec_with_other_builtins",
        "exec('import os; got(os)', {'got': got, '__builtins__': dict(vars(__builtins__))})",
    ),
    (
        "function_of_its_own_builtins",
        "exec('def f():\\n  import os; got(os)', vars()); f()",
    ),
    (
        "import_replaced",
        "import builtins, importlib; builtins.__import__ = importlib.__import__; import os; got(os)",
    ),
    (
        "forgotten_module",
        "import sys; sys.modules.pop('os'); import os; got(os)",
    ),
    (
        "attribute_of_an_allowed_module",
        "import random; got(random._os)",
    ),
    (
        "imported_from_an_allowed_module",
        "from random import _os; got(_os)",
    ),
    (
        "dictionary_of_an_allowed_module",
        "import random; got(vars(random)['_os'])",
    ),
    (
        "globals_of_an_allowed_function",
        "import glob; got(glob.glob.__globals__['os'])",
    ),
    ("sys_modules", "import sys; got(sys.modules['os'])"),
    (
        "sys_modules_by_the_other_name",
        "import sys; got(sys.modules['posix'])",
    ),
    (
        "sys_modules_through_another",
        "import random, enum; got(enum.sys.modules['os'])",
    ),
    (
        "all_modules",
        "import sys\nfor m in list(sys.modules.values()):\n  if m.__name__ == 'os': got(m)",
    ),
    (
        "vars",
        "import sys; print('GOT', vars(sys.modules['os'])['getcwd']())",
    ),
    (
        "dict",
        "import sys; print('GOT', sys.modules['os'].__dict__['getcwd']())",
    ),
    ("dir", "import sys; print('GOT', dir(sys.modules['os']))"),
    (
        "object_getattribute",
        "import sys; print('GOT', object.__getattribute__(sys.modules['os'], 'getcwd')())",
    ),
    (
        "module_getattribute",
        "import sys, types; print('GOT', types.ModuleType.__getattribute__(sys.modules['os'], 'getcwd')())",
    ),
    (
        "dict_descriptor",
        "import sys, types; d = types.ModuleType.__dict__['__dict__'].__get__(sys.modules['os']); print('GOT', d['getcwd']())",
    ),
    (
        "class_assigned",
        "import sys, types; m = sys.modules['os']; m.__class__ = types.ModuleType; got(m)",
    ),
    (
        "class_assigned_by_object",
        "import sys, types; m = sys.modules['os']; object.__setattr__(m, '__class__', types.ModuleType); got(m)",
    ),
    (
        "class_derived",
        "import sys, types; C = type('C', (type(sys.modules['os']),), {}); m = sys.modules['os']; m.__class__ = C; got(m)",
    ),
    (
        "getattr_with_default",
        "import sys; print('GOT', getattr(sys.modules['os'], 'getcwd', None)())",
    ),
    (
        "reduce",
        "import sys, functools; print('GOT', functools.reduce(getattr, ['getcwd'], sys.modules['os'])())",
    ),
    (
        "map",
        "import sys; print('GOT', list(map(getattr, [sys.modules['os']], ['getcwd']))[0]())",
    ),
    (
        "map_as_native_code_imports",
        "from operator import attrgetter as a; print('GOT', list(map(a('getcwd'), map(__import__, ['os'], [{}], [{}], [None], [0])))[0]())",
    ),
    (
        "attrgetter",
        "import sys, operator; print('GOT', operator.attrgetter('getcwd')(sys.modules['os'])())",
    ),
    (
        "methodcaller",
        "import sys, operator; print('GOT', operator.methodcaller('getcwd')(sys.modules['os']))",
    ),
    (
        "format",
        "import sys; print('GOT', '{0.getcwd}'.format(sys.modules['os']))",
    ),
    (
        "getmembers",
        "import sys, inspect; print('GOT', dict(inspect.getmembers(sys.modules['os']))['getcwd']())",
    ),
    (
        "getattr_static",
        "import sys, inspect; print('GOT', inspect.getattr_static(sys.modules['os'], 'getcwd')())",
    ),
    (
        "another_thread",
        "import sys\nfrom concurrent.futures import ThreadPoolExecutor as T\nprint('GOT', T().submit(getattr, sys.modules['os'], 'getcwd').result()())",
    ),
    (
        "exit_stack",
        "import sys, contextlib\nwith contextlib.ExitStack() as s: s.callback(lambda f: print('GOT', f), getattr(sys.modules['os'], 'getcwd'))",
    ),
    (
        "call_of_the_bootstrap",
        "import sys, importlib; print('GOT', importlib._bootstrap._call_with_frames_removed(getattr, sys.modules['os'], 'getcwd')())",
    ),
    (
        "all_objects",
        "import gc\nfor o in gc.get_objects():\n  if isinstance(o, dict) and o.get('__name__') == 'os': print('GOT', o['getcwd']())",
    ),
    (
        "referents",
        "import gc, sys; print('GOT', [d for d in gc.get_referents(sys.modules['os']) if 'getcwd' in d])",
    ),
    (
        "referrers",
        "import gc; print('GOT', gc.get_referrers(len))",
    ),
    (
        "globals_of_a_class_that_is_found",
        "c = [c for c in object.__subclasses__() if c.__name__ == '_wrap_close'][0]; print('GOT', c.__init__.__globals__['getcwd']())",
    ),
    (
        "globals_by_format",
        "c = [c for c in object.__subclasses__() if c.__name__ == '_wrap_close'][0]; print('GOT', '{0.__init__.__globals__}'.format(c))",
    ),
    (
        "frame_of_a_caller",
        "import sys, glob\nclass P:\n  def __fspath__(self): print('GOT', sys._getframe(1).f_globals['os'].getcwd())\nglob.os.path.join(P()) if False else glob.glob('x', root_dir=P())",
    ),
    (
        "frame_of_a_traceback",
        "import glob\nclass P:\n  def __fspath__(self): 1 / 0\ntry: glob.glob('x', root_dir=P())\nexcept ZeroDivisionError as e:\n  t = e.__traceback__\n  while t:\n    g = t.tb_frame.f_globals\n    if g['__name__'] != '__main__': got(g['os'])\n    t = t.tb_next",
    ),
    (
        "loader_code",
        "import random; d = {}; exec(random.__loader__.get_code('os'), d); print('GOT', d['getcwd']())",
    ),
    (
        "loader_of_the_spec",
        "import random, types; m = types.ModuleType('os'); m.__spec__ = type(random.__spec__)('os', None); random.__spec__.loader.exec_module(m); got(m)",
    ),
    (
        "module_from_spec",
        "import importlib.util as u; s = u.find_spec('os'); m = u.module_from_spec(s); s.loader.exec_module(m); got(m)",
    ),
    (
        "reload",
        "import importlib, sys; got(importlib.reload(sys.modules['os']))",
    ),
    (
        "builtin_importer",
        "import math; got(math.__loader__.load_module('posix'))",
    ),
    (
        "a_builtin_made_anew",
        "import sys, _imp; s = sys.modules.pop('posix').__spec__; got(_imp.create_builtin(s))",
    ),
    (
        "finders",
        "import sys\nfor f in sys.meta_path:\n  s = f.find_spec('posix', None)\n  if s: got(s.loader.load_module('posix'))",
    ),
    (
        "pickle",
        "import pickle; print('GOT', pickle.loads(b'cos\\ngetcwd\\n.')())",
    ),
    (
        "pickle_in_python",
        "import pickle, io; print('GOT', pickle._Unpickler(io.BytesIO(b'cos\\ngetcwd\\n.')).load()())",
    ),
    (
        "resolve_name",
        "import pkgutil; print('GOT', pkgutil.resolve_name('os:getcwd')())",
    ),
    (
        "run_module",
        "import runpy; print('GOT', runpy.run_module('os')['getcwd']())",
    ),
    (
        "locate",
        "import pydoc; print('GOT', pydoc.locate('os.getcwd')())",
    ),
    (
        "mock",
        "from unittest import mock; m = mock.patch('os.getcwd'); print('GOT', m.getter().getcwd())",
    ),
    (
        "forged_file",
        "import random; exec(compile('import os; got(os)', '/lib/python3.14/random.py', 'exec'), vars(random) | {'got': got})",
    ),
    (
        "forged_file_in_library_globals",
        "import random; random.got = got; exec(compile('import os; got(os)', '/lib/python3.14/random.py', 'exec'), vars(random))",
    ),
    (
        "forged_code",
        "import random; c = compile('import os; got(os)', 'x', 'exec').replace(co_filename=random.__file__); exec(c, vars(random) | {'got': got})",
    ),
    (
        "library_code_with_own_globals",
        "import types, glob\nf = types.FunctionType(glob.glob0.__code__, {'_join': got}) if hasattr(glob, 'glob0') else None\nimport sys; got(sys.modules['os'])",
    ),
    (
        "annotations_of_a_class",
        "import typing\nclass C:\n  __module__ = 'os'\n  x: 'getcwd'\nprint('GOT', typing.get_type_hints(C)['x']())",
    ),
    (
        "annotations_of_a_function",
        "import typing; c = [c for c in object.__subclasses__() if c.__name__ == '_wrap_close'][0]; c.__init__.__annotations__ = {'x': 'getcwd'}; print('GOT', typing.get_type_hints(c.__init__)['x']())",
    ),
    (
        "enum_of_a_module",
        "import enum; E = enum.Enum._convert_('E', 'os', lambda n: n == 'getcwd'); print('GOT', E.getcwd.value())",
    ),
    (
        "dataclass_of_a_module",
        "import dataclasses\n@dataclasses.dataclass\nclass C:\n  __module__ = 'os'\n  x: int = 1\nprint('GOT', C.__init__.__globals__['getcwd']())",
    ),
    (
        "debugger",
        "import pdb, io, sys, glob\nclass P:\n  def __fspath__(self): 1 / 0\ntry: glob.glob('x', root_dir=P())\nexcept ZeroDivisionError as e:\n  t = e.__traceback__\n  o = io.StringIO()\n  d = pdb.Pdb(stdin=io.StringIO('up\\np 40 + len(os.getcwd())\\nq\\n'), stdout=o); d.reset()\n  try: d.interaction(None, t)\n  except BaseException as e: pass\n  if '50' in o.getvalue(): print('GOT', o.getvalue())",
    ),
    (
        "trace",
        "import sys, glob\ndef t(f, e, a):\n  if f.f_globals.get('__name__') == 'posixpath': print('GOT', f.f_globals['os'].getcwd())\nsys.settrace(t); glob.glob('*')",
    ),
];

fn check_refused(source: &str) -> Result<(), Failed> {
    let source = format!("def got(module): print('GOT', module.getcwd())\n{source}\n");
    let is_got = |run: &support::Run| run.stdout.contains("GOT ") && !run.stdout.contains("GOT []");
    let free = support::run(support::program(&source));
    if !is_got(&free) {
        return Err(format!("no attempt, it fails anyway\n{source}\n{}", free.stderr).into());
    }
    let kept = run(deny(&["os"]), &source);
    if is_got(&kept) {
        return Err(format!("{source}\n{}{}", kept.stdout, kept.stderr).into());
    }
    Ok(())
}

/// What goes on working, although much of the library is not allowed.
const ALLOWED: &[(&[&str], &str)] = &[
    (
        &["random"],
        "import random; print(random.randint(1, 1), random.SystemRandom().randint(2, 2))",
    ),
    (&["math"], "from math import *; print(floor(pi))"),
    (
        &["datetime"],
        "import datetime; print(datetime.datetime.now().year > 2000, datetime.date(2025, 1, 2).strftime('%d'))",
    ),
    (
        &["datetime"],
        "from datetime import datetime; print(datetime.strptime('2025-01-02', '%Y-%m-%d').timestamp() > 0)",
    ),
    (
        &["json"],
        "import json; print(json.dumps({'a': [1.5, None]}), json.loads('[1]'))",
    ),
    (&["re"], "import re; print(re.sub('a+', 'b', 'caat'))"),
    (
        &["collections", "itertools"],
        "from collections import Counter, namedtuple; import itertools; print(Counter('aab').most_common(1), namedtuple('P', 'x')(1))",
    ),
    (
        &["dataclasses", "typing", "enum"],
        "from dataclasses import dataclass\nfrom typing import Optional\nfrom enum import Enum\n@dataclass(order=True)\nclass A:\n  x: Optional[int] = 1\nprint(A(), Enum('E', 'a b').a)",
    ),
    (
        &["tempfile", "pathlib"],
        "import tempfile, pathlib\nwith tempfile.TemporaryDirectory() as d: (pathlib.Path(d) / 'a').write_text('x'); print(len(list(pathlib.Path(d).iterdir())))",
    ),
    (
        &["unittest"],
        "import unittest\nclass T(unittest.TestCase):\n  def test(self): self.assertEqual(1, 1)\nprint(unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromTestCase(T)).wasSuccessful())",
    ),
    (
        &["traceback"],
        "import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: traceback.print_exc()\nprint('on')",
    ),
    (
        &["asyncio"],
        "import asyncio\nasync def f(): await asyncio.sleep(0.01); return 1\nprint(asyncio.run(f()))",
    ),
    (
        &["decimal", "fractions", "statistics"],
        "from decimal import Decimal; from statistics import mean; print(mean([1, 2]), Decimal('1.10'))",
    ),
    (
        &["xml.etree"],
        "import xml.etree.ElementTree as E; print(E.fromstring('<a><b/></a>').find('b').tag)",
    ),
    (
        &["logging"],
        "import logging; logging.basicConfig(); logging.warning('x'); print('on')",
    ),
    (
        &["copy", "pickle"],
        "import copy, pickle; print(copy.deepcopy([1]), pickle.loads(pickle.dumps({1: (2, 'x')})))",
    ),
    (
        &["csv", "io"],
        "import csv, io; print(list(csv.reader(io.StringIO('a,b'))))",
    ),
    (
        &["time"],
        "import time; time.sleep(0.001); print(time.strptime('2025', '%Y').tm_year, time.localtime().tm_year > 2000)",
    ),
    (
        &["functools", "contextlib"],
        "import functools, contextlib\n@functools.lru_cache\ndef f(x): return x\nwith contextlib.suppress(ValueError): raise ValueError\nprint(f(1), functools.reduce(max, [1, 2]))",
    ),
    (
        &[],
        "from __future__ import annotations\nprint('ä'.encode('latin-1'), open('a', 'w').write('x'), sorted({1, 2}), f'{1.5:.2f}')",
    ),
    (
        &[],
        "print('{}'.format(3), 'x'.encode('cp1252'), 'ü'.encode('idna'), input.__name__)",
    ),
    (
        &["warnings"],
        "import warnings; warnings.warn('x'); print('on')",
    ),
    (
        &["threading", "queue"],
        "import threading, queue; q = queue.Queue(); threading.Thread(target=q.put, args=(1,)).start(); print(q.get())",
    ),
    (
        &["argparse"],
        "import argparse; p = argparse.ArgumentParser(); p.add_argument('--x', type=int, default=3); print(p.parse_args([]).x)",
    ),
    (
        &["string", "textwrap", "heapq", "bisect", "operator"],
        "import string, textwrap, heapq, bisect, operator; print(string.Template('$a').substitute(a=1), textwrap.fill('a b', 1), operator.attrgetter('real')(1))",
    ),
    (
        &["inspect"],
        "import inspect\ndef f(a, b=1): pass\nprint(inspect.signature(f), inspect.getsource(f).strip())",
    ),
    (
        &["hashlib", "secrets", "uuid", "base64"],
        "import hashlib, secrets, uuid, base64; print(hashlib.sha256(b'x').hexdigest()[:4], len(secrets.token_hex(2)), uuid.UUID(int=1).hex[-1], base64.b64encode(b'x'))",
    ),
];

fn check_allowed(names: &[&str], source: &str) -> Result<(), Failed> {
    let run = run(allow(names), source);
    if run.outcome.status != Status::Ok || run.stdout.is_empty() {
        return Err(format!(
            "{names:?} {source}\n{:?}\n{}{}",
            run.outcome, run.stdout, run.stderr
        )
        .into());
    }
    Ok(())
}

fn expect(found: &str, expected: &str) -> Result<(), Failed> {
    if found == expected {
        return Ok(());
    }
    Err(format!("expected\n{expected}\nfound\n{found}").into())
}

fn message() -> Result<(), Failed> {
    let run = run(allow(&["math", "random"]), "import math\nimport socket\n");
    expect(
        &run.stderr,
        "Traceback (most recent call last):\n  File \"main.py\", line 2, in <module>\n    \
         import socket\nImportError: this page does not allow 'socket'; it allows 'math' and 'random'\n",
    )
}

fn own_files() -> Result<(), Failed> {
    let text = |text: &str| FileContent::Text(text.to_owned());
    let run = support::run(Program {
        modules: Some(allow(&["math"])),
        files: [
            (
                "shapes.py".to_owned(),
                text("import math\ndef area(r): return math.floor(math.pi * r)\n"),
            ),
            ("thief.py".to_owned(), text("import os\n")),
        ]
        .into(),
        ..support::program("import shapes\nprint(shapes.area(1))\nimport thief")
    });
    expect(&run.stdout, "3\n")?;
    let told = run.stderr.lines().last().unwrap_or_default();
    expect(
        told,
        "ImportError: this page does not allow 'os'; it allows 'math'",
    )
}

fn console() -> Result<(), Failed> {
    for policy in [deny(&["os"]), allow(&["math"]), allow(&["math", "pydoc"])] {
        let run = support::run(Program {
            modules: Some(policy),
            console: true,
            stdin: "import os\nimport math\n1 / 0\nmath.floor(7.5)\nexit()\n".to_owned(),
            ..support::program("")
        });
        let is_told = run
            .stderr
            .contains("ImportError: this page does not allow 'os'")
            && run.stderr.contains("ZeroDivisionError: division by zero");
        if !is_told || !run.stdout.contains("7\n") || run.outcome.status != Status::Exit {
            return Err(format!("{}{}", run.stdout, run.stderr).into());
        }
    }
    Ok(())
}

fn ended() -> Result<(), Failed> {
    let run = run(
        allow(&["time"]),
        "import time\ndef wait():\n    time.sleep(100)\nwait()\n",
    );
    let functions: Vec<String> = run
        .outcome
        .error
        .into_iter()
        .flat_map(|error| error.frames)
        .map(|frame| frame.function)
        .collect();
    if run.outcome.status == Status::Timeout && functions == ["<module>", "wait"] {
        return Ok(());
    }
    Err(format!("{:?} {functions:?}", run.outcome.status).into())
}
