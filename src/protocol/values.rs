//! Values in the messages of more than one edge.

use serde::{Deserialize, Serialize};

/// The files that the page fetches for the frame, which may not fetch anything itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum AssetName {
    /// The interpreter's `WebAssembly`: what a program starts with.
    Interpreter,
    /// See [`PartName::Later`].
    Later,
    /// See [`PartName::Compression`].
    Compression,
    /// See [`PartName::Numpy`].
    Numpy,
    /// See [`PartName::Sqlite`].
    Sqlite,
    /// See [`PartName::Xml`].
    Xml,
    /// See [`PackName::Core`].
    Core,
    /// See [`PackName::Rest`].
    Rest,
    /// See [`PackName::Sources`].
    Sources,
    /// See [`PackName::Characters`].
    Characters,
    /// See [`PackName::Zones`].
    Zones,
    /// See [`PackName::Arrays`].
    Arrays,
    /// See [`PackName::Tables`].
    Tables,
    /// See [`PackName::Docs`].
    Docs,
}

impl AssetName {
    /// Whether it is a `WebAssembly` module, which the frame compiles as it arrives.
    #[must_use]
    pub fn is_module(self) -> bool {
        self == Self::Interpreter || PartName::ALL.into_iter().any(|part| self == part.into())
    }
}

/// The use that a program will make of the line that it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum InputKind {
    /// Read it: `input()` or `sys.stdin`.
    Line,
    /// Read it without showing it: `getpass`.
    Hidden,
    /// Run it: a console's first prompt. The answer may be several lines (pasted code).
    Code,
    /// Add it to the statement that it will run: a console's second prompt.
    Block,
}

/// An action of the reader on a picture. Each canvas has a number; positions are in its pixels, from
/// its upper left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum CanvasEvent {
    /// A button went down.
    Press(Pointer),
    /// A button went up.
    Release(Pointer),
    /// The pointer moved.
    Motion(Pointer),
    /// A key went down, or repeats.
    KeyPress(Key),
    /// A key went up.
    KeyRelease(Key),
    /// The reader closes the canvas.
    Close {
        /// Which canvas.
        canvas: u32,
    },
}

/// The position and the button of a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Pointer {
    /// Which canvas.
    pub canvas: u32,
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the upper edge.
    pub y: f64,
    /// 1 is the left button, 2 the middle one, 3 the right one; 0 is no button.
    pub button: u8,
}

/// A key on the keyboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Key {
    /// Which canvas has the focus.
    pub canvas: u32,
    /// Tk's name of the key: `a`, `space`, `Up`.
    pub key: String,
}

/// A piece of output from one stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Chunk {
    /// The stream that it was printed to.
    pub stream: Stream,
    /// The text. Bytes that are not UTF-8 arrive as U+FFFD.
    pub text: String,
}

/// The two output streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// The ways a worker can wait, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum Waiting {
    /// `WebAssembly` stack switching (JSPI).
    StackSwitching,
    /// `Atomics.wait` on a shared buffer; the page is cross-origin isolated.
    SharedMemory,
    /// It cannot wait: a run that asks is put aside, and its program is run again with one more answer.
    Replay,
}

/// The parts of the interpreter that arrive after its first module, each a `WebAssembly` module of its own. The
/// build splits the interpreter (`xtask/src/interpreter/split`); a function that has not arrived is waited for
/// when it is called (`src/worker/part.rs`).
///
/// To add one: its name here and in [`AssetName`], what it is made of (`xtask/src/interpreter/split/parts.rs`), and the
/// modules that stand for it (`src/python/import/parts.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum PartName {
    /// What no program needs that only begins, and no other part has: the page fetches it after the first output.
    /// All other parts need it.
    Later,
    /// `zlib`, `bz2` and `lzma`.
    Compression,
    /// The native half of `numpy`; the other half is the pack [`PackName::Arrays`].
    Numpy,
    /// `sqlite3`: SQLite, in C.
    Sqlite,
    /// The parser of XML.
    Xml,
}

impl PartName {
    /// All parts; the build numbers them in this order.
    pub const ALL: [Self; 5] = [
        Self::Later,
        Self::Compression,
        Self::Numpy,
        Self::Sqlite,
        Self::Xml,
    ];

    /// The name as pages write it, and as the names of the part's files begin.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Compression => "compression",
            Self::Numpy => "numpy",
            Self::Sqlite => "sqlite",
            Self::Xml => "xml",
        }
    }

    /// The pack without which the part is of no use, if there is one.
    #[must_use]
    pub fn pack(self) -> Option<PackName> {
        (self == Self::Numpy).then_some(PackName::Arrays)
    }

    /// The part that is of no use without this asset, if it is such a pack.
    #[must_use]
    pub fn that_needs(asset: AssetName) -> Option<Self> {
        let needs = |part: &Self| part.pack().map(AssetName::from) == Some(asset);
        Self::ALL.into_iter().find(needs)
    }

    /// The parts that programs import, and pages may ask for by name.
    pub fn named() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|part| *part != Self::Later)
    }
}

/// The packs of the standard library, each fetched when a program first needs something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum PackName {
    /// The compiled modules that an average beginner's program imports.
    Core,
    /// All other compiled modules.
    Rest,
    /// The sources of all modules, for tracebacks and `inspect`.
    Sources,
    /// The names of characters, and the tables of the encodings of East Asia.
    Characters,
    /// The time zones of the world, as files of the IANA database.
    Zones,
    /// The compiled modules of `numpy`, whose native half is the part [`PartName::Numpy`].
    Arrays,
    /// The compiled modules of `pandas`, which import `numpy`.
    Tables,
    /// The docstrings and signatures of what is built in.
    Docs,
}

impl PackName {
    /// All packs.
    pub const ALL: [Self; 8] = [
        Self::Core,
        Self::Rest,
        Self::Sources,
        Self::Characters,
        Self::Zones,
        Self::Arrays,
        Self::Tables,
        Self::Docs,
    ];

    /// The name as the names of the pack's files begin.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Rest => "rest",
            Self::Sources => "sources",
            Self::Characters => "characters",
            Self::Zones => "zones",
            Self::Arrays => "arrays",
            Self::Tables => "tables",
            Self::Docs => "docs",
        }
    }
}

impl From<PartName> for AssetName {
    fn from(part: PartName) -> Self {
        match part {
            PartName::Later => Self::Later,
            PartName::Compression => Self::Compression,
            PartName::Numpy => Self::Numpy,
            PartName::Sqlite => Self::Sqlite,
            PartName::Xml => Self::Xml,
        }
    }
}

impl From<PackName> for AssetName {
    fn from(pack: PackName) -> Self {
        match pack {
            PackName::Core => Self::Core,
            PackName::Rest => Self::Rest,
            PackName::Sources => Self::Sources,
            PackName::Characters => Self::Characters,
            PackName::Zones => Self::Zones,
            PackName::Arrays => Self::Arrays,
            PackName::Tables => Self::Tables,
            PackName::Docs => Self::Docs,
        }
    }
}
