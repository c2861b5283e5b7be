# promise: nothing of JavaScript and nothing of the reader's machine is in a program's reach

## import_of_javascript
#: prints ended
for name in ("js", "_js", "pyodide", "_pyodide_core", "pyscript", "browser", "javascript", "micropip", "wasmbind", "_wasm"):
    try:
        __import__(name)
        print("REACHED", name)
    except ModuleNotFoundError:
        pass
print("ended")

## every_built_in_module_is_pythons
#: prints ended
import sys
for name in sys.builtin_module_names:
    if any(word in name.lower() for word in ("js", "wasm", "browser", "window")):
        # The settings of a build are named after its platform.
        if name != "_json" and not name.startswith("_sysconfigdata"):
            print("REACHED", name)
print("ended")

## javascript_in_the_heap
#: prints ended
import gc, sys
seen, queue = set(), [sys.modules, *gc.get_objects()]
while queue and len(seen) < 200_000:
    thing = queue.pop()
    if id(thing) in seen:
        continue
    seen.add(id(thing))
    kind = type(thing)
    if any(word in f"{kind.__module__}.{kind.__name__}".lower() for word in ("jsvalue", "jsproxy", "jsobject", "_js.")):
        print("REACHED", kind)
    queue.extend(gc.get_referents(thing))
print("ended")

## globals_of_the_worker
#: prints ended
for name in ("self", "globalThis", "window", "document", "postMessage", "fetch", "garterWorker", "wasm_bindgen"):
    try:
        eval(name)
        print("REACHED", name)
    except NameError:
        pass
print("ended")

## eval_is_pythons
#: status exception
eval("fetch('{server}').then(r => r.text())")

## native_modules_of_the_interpreter
#: prints ended
for name in ("_testinternalcapi", "_testcapi", "_testlimitedcapi", "_ctypes", "_ctypes_test", "_posixsubprocess",
             "_interpreters", "_remote_debugging", "_winapi", "nt", "winreg", "_scproxy", "_tkinter", "mmap", "fcntl", "termios",
             "pty", "resource", "pwd", "grp", "spwd", "syslog", "readline", "nis", "_curses", "_dbm", "_gdbm", "_ssl"):
    try:
        __import__(name)
        print("there is", name)
    except ImportError:
        pass
print("ended")

## ctypes
#: raises OSError
import ctypes
print("REACHED", ctypes.CDLL(None).getpid())

## cffi
#: raises ModuleNotFoundError
import cffi

## extension_modules
#: raises ImportError
import importlib.machinery, importlib.util
open("x.so", "wb").write(b"\x7fELF")
loader = importlib.machinery.ExtensionFileLoader("x", "x.so")
module = importlib.util.module_from_spec(importlib.util.spec_from_loader("x", loader))
print("REACHED", module)

## os_system
#: raises OSError
import os
print("REACHED", os.system("id"))

## os_popen
#: status exception
import os
print("REACHED", os.popen("id").read())

## subprocess_run
#: raises OSError
import subprocess
print("REACHED", subprocess.run("id", shell=True))

## subprocess_check_output
#: raises OSError
import subprocess
print("REACHED", subprocess.check_output(["/bin/sh", "-c", "id"]))

## fork_exec_and_spawn
#: prints ended
import os
for call in (
    lambda: os.fork(),
    lambda: os.forkpty(),
    lambda: os.execv("/bin/sh", ["sh"]),
    lambda: os.execve("/bin/sh", ["sh"], {}),
    lambda: os.posix_spawn("/bin/sh", ["sh"], {}),
    lambda: os.spawnl(os.P_WAIT, "/bin/sh", "sh"),
    lambda: os.startfile("x"),
    lambda: os.kill(1, 0),
    lambda: os.killpg(1, 9),
    lambda: os.ptrace(),
):
    try:
        call()
        print("REACHED", call)
    except (AttributeError, OSError):
        pass
print("ended")

## multiprocessing
#: raises ImportError
import multiprocessing
multiprocessing.Process(target=print).start()

## process_pool
#: status exception
from concurrent.futures import ProcessPoolExecutor
print("REACHED", ProcessPoolExecutor().submit(print).result())

## asyncio_subprocess
#: status exception
import asyncio
async def main():
    await asyncio.create_subprocess_shell("id")
    print("REACHED")
asyncio.run(main())

## pty
#: status exception
import pty
pty.spawn("/bin/sh")
print("REACHED")

## files_of_the_reader
#: prints ended
import os
for path in ("/etc/passwd", "/etc/hosts", "/proc/self/environ", "/proc/self/maps", "/proc/self/mem", "/dev/mem", "/dev/sda",
             "C:/Windows/win.ini", "//server/share", "/root/.ssh/id_rsa", "../../../../etc/passwd", "~/.bashrc", "file:///etc/passwd"):
    for name in (path, os.path.expanduser(path), path.encode()):
        try:
            open(name, "rb").read()
            print("REACHED", name)
        except OSError:
            pass
print("ended")

## the_tree_holds_only_what_was_put_there
#: prints ['main.py']
import os
print(os.listdir("."))
for folder, folders, files in os.walk("/"):
    for file in files:
        if not (folder.startswith(("/lib", "/dev", "/home", "/usr/share/zoneinfo")) or folder == os.getcwd()):
            print("REACHED", folder, file)

## descriptors
#: prints ended
import os
for descriptor in range(3, 4096):
    for action in (lambda: os.read(descriptor, 1), lambda: os.write(descriptor, b"x"), lambda: os.fstat(descriptor)):
        try:
            action()
            print("REACHED", descriptor)
        except OSError:
            pass
print("ended")

## symbolic_links_out_of_the_tree
#: prints ended
import os
try:
    os.symlink("/etc", "etc")
    print("REACHED", open("etc/passwd").read())
except (OSError, NotImplementedError):
    pass
print("ended")

## environment
#: prints ended
import os
print(dict(os.environ))
for name in ("PATH_INFO", "AWS_SECRET_ACCESS_KEY", "HOSTNAME", "SSH_AUTH_SOCK", "COOKIE", "DISPLAY"):
    if os.environ.get(name):
        print("REACHED", name)
print("ended")

## who_the_reader_is
#: prints ended
import getpass, os, platform, socket, uuid
print(platform.node(), platform.uname(), uuid.getnode())
for call in (os.getlogin, socket.gethostname, getpass.getuser):
    try:
        print(call())
    except (OSError, KeyError, AttributeError, ImportError):
        pass
print("ended")

## introspection_from_object_to_popen
#: prints ended
for kind in object.__subclasses__():
    if kind.__name__ in ("Popen", "_wrap_close", "CDLL", "JsValue", "JSProxy"):
        try:
            print("REACHED", kind("id"))
        except Exception:
            pass
print("ended")

## introspection_through_frames
#: prints ended
import sys
frame = sys._getframe()
while frame:
    for name, value in {**frame.f_globals, **frame.f_locals}.items():
        if name in ("js", "window", "self", "postMessage"):
            print("REACHED", name)
    frame = frame.f_back
print("ended")

## introspection_through_a_generator_and_a_traceback
#: prints ended
def generator():
    try:
        yield
    except Exception as error:
        frame = error.__traceback__.tb_frame
        while frame.f_back:
            frame = frame.f_back
        builtins = frame.f_builtins
        print("REACHED" if "js" in builtins else "builtins", len(builtins) > 50)
        yield
machine = generator()
next(machine)
machine.throw(ValueError)
print("ended")

## introspection_through_format_strings
#: prints ended
class Secret:
    def __init__(self): pass
text = "{0.__init__.__globals__[__builtins__]}".format(Secret())
print("REACHED" if "JsValue" in text else "ended")

## introspection_through_loaders
#: prints ended
import importlib, sys
for module in list(sys.modules.values()):
    loader = getattr(module, "__loader__", None)
    for name in ("js", "_js", "nt", "ctypes.util"):
        try:
            loader.load_module(name)
            if name != "ctypes.util":
                print("REACHED", name)
        except Exception:
            pass
print("ended")

## pickle_runs_python_and_no_more
#: raises OSError
import pickle
class Attack:
    def __reduce__(self):
        import os
        return os.system, ("id",)
print("REACHED", pickle.loads(pickle.dumps(Attack())))

## pickle_names_a_module_of_the_browser
#: raises ModuleNotFoundError
import pickle
print("REACHED", pickle.loads(b"cjs\neval\n(S'1'\ntR."))

## yaml_like_names
#: raises ModuleNotFoundError
import importlib
importlib.import_module("js.window")

## breakpoint_finds_a_debugger_without_a_shell
#: prints ended
import sys
sys.breakpointhook = lambda *arguments: print("hooked")
breakpoint()
print("ended")

## pdb_shell_escape
#: status exception
import io, pdb
pdb.Pdb(stdin=io.StringIO("!import os; os.system('id')\n!raise SystemError('out')\n"), nosigint=True).set_trace()
raise OSError("not reached the machine")

## help_does_not_start_a_pager
#: prints ended
import os, pydoc
os.environ["PAGER"] = os.environ["MANPAGER"] = "id"
help(abs)
print("ended")

## os_environ_to_a_program
#: prints ended
import os, subprocess
for name in ("PYTHONSTARTUP", "PYTHONBREAKPOINT", "LD_PRELOAD", "BROWSER", "EDITOR"):
    os.environ[name] = "id"
import webbrowser
print("REACHED" if webbrowser.open("{server}") else "ended")

## site_and_path_hooks
#: prints ended
import site, sys
sys.path_hooks.append(lambda path: (_ for _ in ()).throw(ImportError))
sys.path.append("/proc/self/root")
try:
    import nowhere
    print("REACHED")
except ImportError:
    print("ended")

## timezone_data_by_path
#: status exception
import zoneinfo
print("REACHED", zoneinfo.ZoneInfo("../../../../etc/passwd"))

## tarfile_that_leaves_its_folder
#: prints ended
import io, os, tarfile
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as archive:
    member = tarfile.TarInfo("../../../../outside.txt")
    archive.addfile(member, io.BytesIO())
buffer.seek(0)
try:
    tarfile.open(fileobj=buffer).extractall(filter="data")
    print("REACHED", os.listdir("/"))
except tarfile.TarError:
    print("ended")

## files_keep_their_names
#: status ok
for name in ("__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "a\nb", "-rf", "CON", "%2e%2e%2f", "..."):
    open(name, "w").write("x")

## a_package_in_the_working_folder_shadows_only_its_own_run
#: prints mine
open("random.py", "w").write("print('mine')")
import sys
sys.modules.pop("random", None)
import random

## nothing_is_left_of_the_run_before
#: prints ended
import os, builtins, sys
if hasattr(builtins, "leftover") or os.path.exists("random.py") or os.path.exists("/tmp/leftover"):
    print("REACHED")
builtins.leftover = sys.leftover = 1
os.makedirs("/tmp", exist_ok=True)
open("/tmp/leftover", "w").write("x")
print("ended")

## nothing_is_left_of_the_run_before_again
#: prints ended
import os, builtins, sys
if hasattr(builtins, "leftover") or hasattr(sys, "leftover") or os.path.exists("/tmp/leftover"):
    print("REACHED")
print("ended")

## importers_of_the_interpreter
#: prints ended
import _imp, importlib.machinery, sys
for name in (*sys.builtin_module_names, "js", "nt", "_ctypes", "wasm", "__main__", "", "\0", "x" * 100_000):
    spec = importlib.machinery.ModuleSpec(name, None, origin="built-in")
    for load in (_imp.create_builtin, _imp.create_dynamic, lambda spec: _imp.get_frozen_object(spec.name),
        lambda spec: _imp.init_frozen(spec.name)):
        try:
            module = load(spec)
            if name in ("js", "nt", "_ctypes", "wasm") and module is not None:
                print("REACHED", name)
        except Exception:
            pass
print("ended")

## package_in_an_archive
#: prints mine
import zipfile, zipimport
with zipfile.ZipFile("x.zip", "w") as archive:
    archive.writestr("mine.py", "print('mine')\nimport js")
try:
    zipimport.zipimporter("x.zip").load_module("mine")
except ModuleNotFoundError:
    pass

## finder_that_answers_with_anything
#: prints ended
import sys
class Finder:
    answers = iter((1, "spec", object(), sys, type("Spec", (), {"loader": None, "name": "js", "origin": "built-in"})()))
    def find_spec(self, name, path=None, target=None):
        return next(self.answers, None)
sys.meta_path.insert(0, Finder())
for _ in range(8):
    try:
        import js
        print("REACHED" if getattr(js, "window", None) else "nothing")
    except Exception:
        pass
    sys.modules.pop("js", None)
print("ended")

## hook_of_the_audit
#: prints ended
import os, sys
names = []
sys.addaudithook(lambda name, arguments: names.append((name, arguments)))
exec("1")
open("x", "w").close()
for name, arguments in names:
    if any("js" == str(argument) for argument in arguments):
        print("REACHED", name, arguments)
print("ended")

## hook_of_the_audit_that_fails
#: status exception ok
import sys
def hook(name, arguments):
    raise BaseException("never")
sys.addaudithook(hook)
import decimal
open("x", "w")

## system_calls_of_every_kind
#: prints ended
import os
for name in ("chroot", "mount", "umount", "setuid", "seteuid", "setgid", "setgroups", "setsid", "setpgid", "nice", "setpriority",
    "sched_setaffinity",
             "sched_setscheduler", "openpty", "login_tty", "memfd_create", "eventfd", "timerfd_create", "pidfd_open", "unshare", "setns",
                 "sendfile",
             "splice", "copy_file_range", "mknod", "mkfifo", "lockf", "wait", "waitpid", "waitid", "getpgid", "tcsetpgrp",
                 "add_dll_directory",
             "setxattr", "getxattr", "posix_openpt", "ctermid", "ttyname", "getpriority", "getgrouplist", "initgroups", "plock", "reboot",
                 "swapon"):
    call = getattr(os, name, None)
    for arguments in ((), (0,), (1,), ("/etc",), ("/etc", "x"), (1, 0), (1, 0, 10), ("/etc", "x", b"y")):
        try:
            if call and call(*arguments) not in (None, 0, b"", ""):
                print("an answer of", name)
            if call and name in ("chroot", "mount", "setuid", "reboot", "unshare", "setns"):
                print("REACHED", name)
        except Exception:
            pass
print("ended")

## program_that_kills_itself
#: status ok exit exception crashed stopped
import os, signal
for number in signal.valid_signals():
    try:
        signal.raise_signal(number)
    except BaseException:
        pass
for number in (1, 2, 3, 6, 9, 11, 15):
    try:
        os.kill(os.getpid(), number)
    except BaseException:
        pass
os.abort()

## program_that_leaves_at_once
#: status exit ok exception
import atexit, os
atexit.register(print, "REACHED")
os._exit(3)

## crash_on_purpose
#: prints ended
import faulthandler
faulthandler.enable()
for name in ("_sigsegv", "_sigabrt", "_sigfpe", "_stack_overflow", "_read_null", "_fatal_error_c_thread", "dump_traceback_later"):
    call = getattr(faulthandler, name, None)
    try:
        call and call(0.1)
    except (TypeError, OSError):
        call()
print("ended")

## code_for_other_processes
#: prints ended
import sys
for call in (lambda: sys.remote_exec(1, "main.py"), lambda: sys.activate_stack_trampoline("perf"), lambda: sys.setdlopenflags(2),
             lambda: sys._enablelegacywindowsfsencoding(), lambda: __import__("_remote_debugging"),
                 lambda: __import__("_winapi").OpenProcess(1, 0, 1)):
    try:
        call()
    except (AttributeError, ImportError, OSError, ValueError, RuntimeError, NotImplementedError):
        pass
print("ended")

## interpreters_in_the_interpreter
#: prints ended
for name in ("concurrent.interpreters", "_interpreters", "_xxsubinterpreters", "interpreters"):
    try:
        module = __import__(name, fromlist=["create"])
        print("REACHED", module.create())
    except (ImportError, AttributeError):
        pass
try:
    from concurrent.futures import InterpreterPoolExecutor
    print("REACHED", InterpreterPoolExecutor().submit(print).result())
except Exception:
    pass
print("ended")

## paths_that_climb
#: prints ended
import os
home = os.getcwd()
for path in ("/" + "../" * 5000 + "etc/passwd", "./" * 5000 + "x", "/proc/self/root/etc/passwd", "/dev/fd/3", "/proc/1/cwd/etc",
    "x/../../../../../etc/passwd",
             "/\0etc/passwd", "\ud800", "..\\..\\etc\\passwd", "/etc/passwd/.", "//////etc/passwd", "/lib/../etc/passwd", "."):
    for action in (lambda: open(path, "rb").read(), lambda: os.listdir(path + "/.."), lambda: os.stat(path)):
        try:
            found = action()
            if isinstance(found, bytes) or isinstance(found, list) and "passwd" in found:
                print("REACHED", path[:40])
        except (OSError, ValueError):
            pass
print("ended")

## folders_that_are_turned_inside_out
#: prints ended
import os
os.makedirs("a/b/c")
os.chdir("a/b/c")
for action in (lambda: os.rename("/home/user/a", "/home/user/a/b/c/a"), lambda: os.rmdir("."), lambda: os.rename("..", "x"),
    lambda: os.replace("/", "/x"),
               lambda: os.removedirs("/home/user/a/b/c"), lambda: os.rename("/home", "/dev"), lambda: os.link("/home/user/a", "loop"),
               lambda: __import__("shutil").rmtree("/"), lambda: __import__("shutil").rmtree("/home/user")):
    try:
        action()
    except OSError:
        pass
    try:
        open("x", "w").write("x")
        os.getcwd(), os.listdir("."), list(os.walk("/home"))
    except OSError:
        pass
print("ended")

## library_that_is_overwritten
#: prints ended
import os, sys
for folder, folders, files in os.walk("/lib"):
    for file in files[:50]:
        path = os.path.join(folder, file)
        for action in (lambda: open(path, "w").write("raise SystemError('mine')"), lambda: os.remove(path), lambda: os.truncate(path, 0),
            lambda: os.chmod(path, 0)):
            try:
                action()
            except OSError:
                pass
for module in (os, __import__("encodings"), __import__("traceback"), __import__("io")):
    try:
        open(module.__file__, "w").write("raise SystemError('mine')")
    except (OSError, AttributeError):
        pass
print("ended")

## library_that_was_overwritten_before
#: prints ended
import encodings, io, json, os, random, traceback
print("ended")

## devices
#: prints ended
import os
for name in ("/dev/zero", "/dev/random", "/dev/full", "/dev/null", "/dev/stdin", "/dev/tty", "/dev/fd/0", "/dev/console", "/dev/shm/x",
    "/dev/video0", "/dev/input/event0"):
    for mode in ("rb", "wb", "r+b"):
        try:
            with open(name, mode, buffering=0) as file:
                if mode == "rb":
                    file.read(10)
        except (OSError, ValueError):
            pass
print("ended")

## input_by_every_way
#: prints ended
import os, sys
for read in (lambda: os.read(0, 10), lambda: open(0, closefd=False).read(10), lambda: sys.stdin.buffer.raw.read(10),
    lambda: sys.__stdin__.readline(),
             lambda: os.readv(0, [bytearray(10)]), lambda: os.pread(0, 10, 0), lambda: open("/dev/stdin").read(10), lambda: input(),
                 lambda: __import__("getpass").getpass()):
    try:
        if read():
            print("REACHED", read)
    except (OSError, EOFError, ValueError, AttributeError):
        pass
print("ended")

## clocks_that_are_set
#: prints ended
import os, time
now = time.time()
for action in (lambda: time.clock_settime(0, 0), lambda: time.clock_settime_ns(0, 0), lambda: time.pthread_getcpuclockid(1),
    lambda: time.tzset()):
    try:
        os.environ["TZ"] = ":/etc/passwd"
        action()
    except (AttributeError, OSError):
        pass
print("REACHED" if time.time() < now - 1e6 else "ended", time.tzname)

## moments_that_are_none
#: prints ended
import datetime, time
for moment in (1e18, -1e18, 2**63, -2**63, 1e308, float("inf"), float("nan"), 253402300800, -62135596801):
    for action in (time.localtime, time.gmtime, time.ctime, datetime.datetime.fromtimestamp, datetime.date.fromtimestamp, time.sleep,
        lambda moment: time.strftime("%Y", (moment,) * 9),
                   lambda moment: datetime.timedelta(moment), lambda moment: time.mktime((moment,) * 9),
                       lambda moment: __import__("signal").setitimer(0, moment)):
        if action is time.sleep and moment > 0 and moment == moment:
            continue
        try:
            action(moment)
        except (ValueError, OverflowError, OSError, TypeError, AttributeError):
            pass
print("ended")

## locales_and_encodings_by_path
#: prints ended
import codecs, gettext, locale
for name in ("../../../etc/passwd", "/etc/passwd", "x" * 1_000_000, "\0", "js", "os", "encodings.os", "__init__", "mbcs", "undefined",
    "C:\\x"):
    for action in (lambda: codecs.lookup(name), lambda: locale.setlocale(locale.LC_ALL, name), lambda: "x".encode(name),
        lambda: b"x".decode(name),
                   lambda: open("main.py", encoding=name).read(), lambda: gettext.translation("x", name),
                       lambda: compile(f"# coding: {name}\n".encode(), "x", "exec")):
        try:
            action()
        except (LookupError, ValueError, OSError, TypeError, SyntaxError, locale.Error, ImportError):
            pass
print("ended")

## settings_that_a_run_leaves
#: prints ended
import codecs, copyreg, decimal, gc, locale, os, random, signal, sys, threading, warnings
sys.addaudithook(lambda *arguments: None)
sys.setrecursionlimit(50)
sys.setrecursionlimit(5_000)
sys.set_int_max_str_digits(0)
sys.displayhook = sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *arguments: print("REACHED")
sys.set_coroutine_origin_tracking_depth(50)
codecs.register(lambda name: print("REACHED", name))
codecs.register_error("strict", lambda error: ("REACHED", error.end))
decimal.getcontext().prec = 1
random.seed(1)
os.chdir("/")
os.umask(0o777)
os.environ["LEFT"] = "x"
signal.signal(signal.SIGINT, signal.SIG_IGN)
warnings.filters.insert(0, ("error", None, Warning, None, 0))
gc.disable()
gc.freeze()
copyreg.dispatch_table[int] = lambda number: print("REACHED")
sys.stdout.reconfigure(encoding="utf-16", errors="ignore", newline="\r")
sys.__stdout__.write("")
sys.stdout.reconfigure(encoding="utf-8")
print("ended")

## settings_that_a_run_left
#: prints ended True True
import decimal, gc, os, signal, sys
try:
    "\ud800".encode()
    print("REACHED")
except UnicodeEncodeError:
    pass
if "LEFT" in os.environ or os.getcwd() == "/" or decimal.getcontext().prec == 1 or sys.get_int_max_str_digits() == 0:
    print("REACHED")
print("ended", gc.isenabled(), signal.getsignal(signal.SIGINT) is signal.default_int_handler)

## types_that_are_changed_through_the_collector
#: status ok exception crashed
import gc
for kind in (int, str, list, type(None), type, object):
    for found in gc.get_referents(kind.__dict__):
        if isinstance(found, dict):
            found["__add__"] = found["__eq__"] = lambda *arguments: "REACHED"
print("ended" if 1 + 1 == 2 else "changed")

## types_that_were_changed_before
#: prints 2 ab [1]
print(1 + 1, "a" + "b", [] + [1], 1 == 1)

## tools_of_the_library_as_programs
#: prints ended
import contextlib, io, runpy, sys
for name in ("http.server", "pdb", "zipapp", "venv", "ensurepip", "compileall", "py_compile", "webbrowser", "this", "timeit", "asyncio",
    "code", "idlelib",
             "sqlite3", "test", "turtledemo", "smtpd", "json.tool", "tarfile", "platform", "sysconfig", "pip"):
    sys.argv = [name, "-h" if name in ("timeit", "pdb", "asyncio", "code") else "x"]
    sys.stdin = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            runpy.run_module(name, run_name="__main__")
        except BaseException:
            pass
print("ended")
