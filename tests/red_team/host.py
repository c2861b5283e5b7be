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
             "pty", "resource", "pwd", "grp", "spwd", "syslog", "readline", "nis", "_curses", "_dbm", "_gdbm", "_sqlite3", "_ssl"):
    try:
        __import__(name)
        print("there is", name)
    except ImportError:
        pass
print("ended")

## ctypes
#: raises ImportError
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
        if not (folder.startswith(("/lib", "/dev", "/home")) or folder == os.getcwd()):
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
