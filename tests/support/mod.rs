//! The interpreter run natively: a host over plain buffers.

pub mod engine;
mod stacks;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::rc::Rc;
use std::thread;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use garter::library::pack::Pack;
use garter::options::budget::Budget;
use garter::options::policy::Policy;
use garter::protocol::{
    CanvasEvent, CheckedText, ErrorReport, InputKind, MAIN, Outcome, PackName, Package, Program,
    Stream,
};
use garter::python::Kernel;
use garter::python::clock::signal::{self, Signal};
use garter::python::clock::stopwatch;
use garter::python::host::{Host, Line};
use garter::python::threads;

thread_local! {
    /// Whether each thread of a program has a stack of its own, as in browsers that switch stacks.
    pub static CAN_SWITCH: Cell<bool> = const { Cell::new(true) };
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    #[allow(dead_code, reason = "most tests print and show nothing else")]
    pub displays: Vec<Display>,
    #[allow(dead_code, reason = "some tests compare what is printed only")]
    pub outcome: Outcome,
}

/// What a program showed that is more than text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Display {
    pub mime: String,
    pub data: Vec<u8>,
    pub alt: String,
    /// How much had been printed before it.
    pub after: String,
}

/// A program with the default budget, without input, arguments and files.
pub fn program(source: &str) -> Program {
    Program {
        file: MAIN.to_owned(),
        source: source.to_owned(),
        stdin: String::new(),
        interactive: false,
        argv: Vec::new(),
        files: [].into(),
        packages: Vec::new(),
        budget: Budget::DEFAULT,
        console: false,
        keep: false,
        echo: false,
        deterministic: None,
        modules: None,
        policy: Policy::default(),
    }
}

/// Runs each program of a folder, which has to print what the library that is made anew has printed for it
/// (`tests/record.py`).
#[allow(dead_code, reason = "most tests have no such recordings")]
pub fn print_what_was_recorded(folder: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("programs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "py") {
            continue;
        }
        count += 1;
        let run = run(program(&fs::read_to_string(&path).expect("a program")));
        let expected = fs::read_to_string(path.with_extension("stdout")).expect("a recording");
        if run.stdout != expected {
            let lines = run.stdout.lines().zip(expected.lines());
            let first = lines.enumerate().find(|(_, (got, wanted))| got != wanted);
            wrong.push(format!("{}: {first:?}\n{}", path.display(), run.stderr));
        }
    }
    assert!(count > 60, "only {count} programs were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A wheel on the disk.
#[allow(dead_code, reason = "most tests need no packages")]
pub fn wheel(path: impl AsRef<std::path::Path>) -> Package {
    let path = path.as_ref();
    let name = path.file_name().expect("a file").to_string_lossy();
    Package {
        name: name.into_owned(),
        data: fs::read(path).expect("a wheel").into(),
        sha256: None,
    }
}

/// Runs a program that nobody watches.
#[allow(dead_code, reason = "some tests run several in one interpreter")]
pub fn run(program: Program) -> Run {
    within(move |interpreter| interpreter.run(&program))
}

/// Runs a program before a reader who does all this to its picture, one thing whenever the program
/// waits for it, and then presses Stop.
#[allow(dead_code, reason = "most tests draw nothing")]
pub fn run_watched(program: Program, events: Vec<CanvasEvent>) -> Run {
    within(move |interpreter| {
        interpreter.host.reader.replace(Some(events.into()));
        interpreter.run(&program)
    })
}

/// Does something with an interpreter, in a thread of its own: an interpreter has one stack and one
/// world a thread.
pub fn within<T: Send + 'static>(action: impl FnOnce(&mut Interpreter) -> T + Send + 'static) -> T {
    const STACK_BYTES: usize = 256 << 20;
    thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || action(&mut Interpreter::new()))
        .expect("a thread")
        .join()
        .unwrap_or_else(|panic| resume_unwind(panic))
}

/// An interpreter, for one program or for several one after the other.
pub struct Interpreter {
    host: Rc<Buffers>,
    kernel: Option<Kernel>,
}

impl Interpreter {
    pub fn new() -> Self {
        garter::embedder::set_time_slice(|| {
            threads::pass();
            1_000
        });
        let host = Rc::new(Buffers::default());
        let core = read_pack("core").expect("packs: run ./garter test, which builds them");
        let core = Pack::parse(core).expect("a pack");
        let kernel = Kernel::new(Rc::clone(&host) as Rc<dyn Host>, core).expect("set up");
        engine::start_as_asked();
        Self {
            host,
            kernel: Some(kernel),
        }
    }

    /// Runs a program, which has to have been kept by the one before it.
    pub fn run(&mut self, program: &Program) -> Run {
        let kernel = self.kernel.take().expect("the interpreter is kept");
        let outcome = match catch_unwind(AssertUnwindSafe(|| kernel.run(program))) {
            Ok((outcome, kernel)) => {
                self.kernel = kernel;
                outcome
            }
            Err(panic) => *panic
                .downcast::<Outcome>()
                .unwrap_or_else(|panic| resume_unwind(panic)),
        };
        let text = |bytes: &RefCell<Vec<u8>>| String::from_utf8_lossy(&bytes.take()).into_owned();
        Run {
            stdout: text(&self.host.stdout),
            stderr: text(&self.host.stderr),
            displays: self.host.displays.take(),
            outcome,
        }
    }

    /// From now on somebody watches the next program, who presses Stop as soon as it waits for them.
    #[allow(dead_code, reason = "most tests draw nothing")]
    pub fn watch(&mut self) {
        self.host.reader.replace(Some(VecDeque::new()));
    }

    /// Somebody types this at the prompts of the next program.
    #[allow(dead_code, reason = "most tests have no console")]
    pub fn type_lines(&mut self, lines: impl IntoIterator<Item = Line>) {
        self.host.lines.replace(lines.into_iter().collect());
    }

    /// Goes through all of the set-up for which a spare worker has time.
    #[allow(dead_code, reason = "not every test prepares")]
    pub fn prepare(&mut self) {
        let kernel = self.kernel.as_mut().expect("the interpreter is there");
        while kernel.prepare() {}
    }

    /// From now on these packs, and no others, do not arrive.
    #[allow(dead_code, reason = "most tests have all packs")]
    pub fn lose(&mut self, packs: &[PackName]) {
        self.host.lost.replace(packs.to_vec());
    }

    /// The packs that were asked for since this was last called.
    #[allow(dead_code, reason = "most tests do not look at packs")]
    pub fn asked(&mut self) -> Vec<PackName> {
        self.host.asked.take()
    }

    /// What is wrong with a text.
    #[allow(dead_code, reason = "not every test checks")]
    pub fn check(&mut self, text: &CheckedText) -> Option<ErrorReport> {
        let kernel = self.kernel.as_mut().expect("the interpreter is there");
        kernel.check(text)
    }
}

fn read_pack(name: &str) -> Result<Vec<u8>, String> {
    let folder = std::env::var_os("GARTER_PACKS").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/packs")),
        PathBuf::from,
    );
    fs::read(folder.join(format!("{name}.pack"))).map_err(|error| error.to_string())
}

struct Buffers {
    stdout: RefCell<Vec<u8>>,
    stderr: RefCell<Vec<u8>>,
    displays: RefCell<Vec<Display>>,
    /// What the reader is still going to do, if there is one.
    reader: RefCell<Option<VecDeque<CanvasEvent>>>,
    /// What the reader is still going to type.
    lines: RefCell<VecDeque<Line>>,
    /// The packs that do not arrive, and those that were asked for.
    lost: RefCell<Vec<PackName>>,
    asked: RefCell<Vec<PackName>>,
    started: Instant,
    slept: Cell<u64>,
}

impl Default for Buffers {
    fn default() -> Self {
        Self {
            stdout: RefCell::default(),
            stderr: RefCell::default(),
            displays: RefCell::default(),
            reader: RefCell::default(),
            lines: RefCell::default(),
            lost: RefCell::default(),
            asked: RefCell::default(),
            started: Instant::now(),
            slept: Cell::default(),
        }
    }
}

impl Host for Buffers {
    fn write(&self, stream: Stream, bytes: &[u8]) {
        let buffer = match stream {
            Stream::Stdout => &self.stdout,
            Stream::Stderr => &self.stderr,
        };
        buffer.borrow_mut().extend(bytes);
    }

    fn display(&self, mime: &str, data: &[u8], alt: &str) {
        self.displays.borrow_mut().push(Display {
            mime: mime.to_owned(),
            data: data.to_vec(),
            alt: alt.to_owned(),
            after: String::from_utf8_lossy(&self.stdout.borrow()).into_owned(),
        });
    }

    fn read_line(&self, _kind: InputKind) -> Line {
        self.lines.borrow_mut().pop_front().unwrap_or(Line::End)
    }

    fn complete(&self, _words: Vec<String>) {}

    fn can_switch(&self) -> bool {
        CAN_SWITCH.get()
    }

    fn switch(&self, from: u32, to: u32) {
        stacks::switch(from, to);
    }

    fn leave(&self, to: u32) {
        stacks::leave(to);
    }

    fn sleep(&self, nanoseconds: u64) {
        // Nobody waits for a test's clock.
        let nanoseconds = nanoseconds.min(stopwatch::left());
        self.slept.set(self.slept.get() + nanoseconds);
    }

    fn next_event(&self, most: Option<u64>) -> Option<CanvasEvent> {
        if let Some(nanoseconds) = most {
            self.sleep(nanoseconds);
            return None;
        }
        let event = self.reader.borrow_mut().as_mut()?.pop_front();
        if event.is_none() {
            signal::send(Signal::Interrupt);
        }
        event
    }

    fn has_events(&self) -> bool {
        self.reader.borrow().is_some()
    }

    fn can_hold_back(&self) -> bool {
        self.reader.borrow().is_some()
    }

    fn now(&self) -> u64 {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("after 1970");
        u64::try_from(now.as_nanos()).expect("before 2554") + self.slept.get()
    }

    fn monotonic(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_nanos()).expect("before 2554") + self.slept.get()
    }

    fn process_time(&self) -> u64 {
        stopwatch::running()
    }

    fn utc_offset(&self, _unix_seconds: i64) -> i32 {
        0
    }

    fn random(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("randomness");
    }

    fn pack(&self, name: PackName) -> Result<Vec<u8>, String> {
        self.asked.borrow_mut().push(name);
        if self.lost.borrow().contains(&name) {
            return Err("no network".to_owned());
        }
        read_pack(name.name())
    }

    fn peak_memory(&self) -> u64 {
        0
    }

    fn end(&self, outcome: Outcome) -> ! {
        resume_unwind(Box::new(outcome))
    }
}
