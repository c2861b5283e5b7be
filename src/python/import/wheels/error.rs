//! What is wrong with a wheel.

/// A wheel that cannot be used. The message says which, why, and what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("packages: {wheel} {problem}")]
pub(crate) struct WheelError {
    pub(crate) wheel: String,
    pub(crate) problem: Problem,
}

/// Why a wheel cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Problem {
    #[error("is no wheel: it is no zip file, or it is cut short ({0}); download it again")]
    NoZip(String),
    #[error(
        "is not the file that the lock names: its SHA-256 is {found} and should be {expected}; write the lock again if the file is right"
    )]
    OtherHash { found: String, expected: String },
    #[error(
        "has no *.dist-info/WHEEL in it, so it is a zip file but no wheel; a source archive has to be built first: pip wheel NAME"
    )]
    NoWheel,
    #[error(
        "holds a compiled module, {0}; only pure Python wheels run in a page, their names end in -none-any.whl"
    )]
    Compiled(String),
    #[error(
        "is a wheel for {0}; only pure Python wheels run in a page, their names end in -none-any.whl"
    )]
    OtherPlatform(String),
    #[error("has a file whose name leaves the package: {0:?}; such a wheel is not used")]
    Outside(String),
    #[error(
        "has a file whose name cannot be used: {file:?} {why}; rename it and build the wheel again"
    )]
    Name { file: String, why: &'static str },
    #[error("has {0:?} as a file and as a folder; such a wheel is not used")]
    FileIsFolder(String),
    #[error(
        "and {other} have {file:?}, one of them as a file and one as a folder; leave one of them out"
    )]
    FileIsFolderOf { file: String, other: String },
    #[error("and {other} have different modules of one name, {file:?}; leave one of them out")]
    SameModule { file: String, other: String },
    #[error("describes two packages, {0} and {1}; a wheel is of one")]
    TwoDescriptions(String, String),
    #[error(
        "has a file, {file:?}, whose {packed} bytes become {unpacked}; more than {most} times as many are not unpacked"
    )]
    Bomb {
        file: String,
        packed: u64,
        unpacked: u64,
        most: u64,
    },
    #[error("has the file {0:?} twice; such a wheel is not used")]
    Twice(String),
    #[error("holds {found} files and folders, and the wheels of one program may hold {most}")]
    TooMany { found: u64, most: usize },
    #[error(
        "holds {found} bytes, packed and unpacked, which with the other wheels is more than the memory that the program may use ({most} bytes are left of budget.memoryMB)"
    )]
    TooLarge { found: u64, most: u64 },
    #[error("is encrypted ({0}); unpack it and pack it again without a password")]
    Encrypted(String),
    #[error(
        "compresses {file} by a method that is not read here ({method}); pack it again with deflate, as pip does"
    )]
    Method { file: String, method: String },
    #[error("has a file that is damaged: {0}; download it again")]
    Damaged(String),
    #[error("and {other} are two versions of one package; leave one of them out")]
    TwoVersions { other: String },
    #[error("and {other} are different files of one version of a package; leave one of them out")]
    TwoFiles { other: String },
}
