//! Wheels made for tests, good and bad ones.

use garter::protocol::Package;

/// One file of an archive, with what may be wrong with it.
#[derive(Clone, Debug)]
pub struct Member {
    pub path: String,
    pub data: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    /// What the archive says of its size.
    pub size: Option<u32>,
    pub crc: Option<u32>,
    /// A name that is no text.
    pub raw_path: Option<Vec<u8>>,
}

impl Member {
    pub fn new(path: &str, data: impl AsRef<[u8]>) -> Self {
        Self {
            path: path.to_owned(),
            data: data.as_ref().to_vec(),
            flags: 0,
            method: 0,
            size: None,
            crc: None,
            raw_path: None,
        }
    }

    fn name(&self) -> &[u8] {
        self.raw_path.as_deref().unwrap_or(self.path.as_bytes())
    }
}

/// A zip file.
pub fn zip(members: &[Member]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for member in members {
        let size = u32::try_from(member.data.len()).expect("small");
        let name = u16::try_from(member.name().len()).expect("short");
        let mut about = Vec::new();
        for number in [20, member.flags, member.method, 0, 0x21] {
            about.extend(number.to_le_bytes());
        }
        let crc = member.crc.unwrap_or_else(|| crc32(&member.data));
        for number in [crc, size, member.size.unwrap_or(size)] {
            about.extend(number.to_le_bytes());
        }
        about.extend(name.to_le_bytes());
        about.extend(0_u16.to_le_bytes());
        let offset = u32::try_from(file.len()).expect("small");
        file.extend(0x0403_4b50_u32.to_le_bytes());
        file.extend(&about);
        file.extend(member.name());
        file.extend(&member.data);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        directory.extend(20_u16.to_le_bytes());
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(member.name());
    }
    let start = u32::try_from(file.len()).expect("small");
    let count = u16::try_from(members.len().min(0xffff)).expect("within 16 bits");
    file.extend(&directory);
    file.extend(0x0605_4b50_u32.to_le_bytes());
    file.extend([0; 4]);
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend(u32::try_from(directory.len()).expect("small").to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0; 2]);
    file
}

fn crc32(data: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    };
    !data.iter().fold(!0, step)
}

/// The members that make an archive a wheel.
pub fn described(name: &str, version: &str) -> Vec<Member> {
    let folder = format!("{name}-{version}.dist-info");
    vec![
        Member::new(
            &format!("{folder}/METADATA"),
            format!(
                "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: For tests\n"
            ),
        ),
        Member::new(
            &format!("{folder}/WHEEL"),
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        ),
    ]
}

/// A wheel with these files besides its description.
pub fn wheel(name: &str, version: &str, files: &[(&str, &str)]) -> Package {
    let mut members = described(name, version);
    members.extend(files.iter().map(|(path, data)| Member::new(path, data)));
    package(&format!("{name}-{version}-py3-none-any.whl"), zip(&members))
}

/// A package of any bytes.
pub fn package(name: &str, data: Vec<u8>) -> Package {
    Package {
        name: name.to_owned(),
        data: data.into(),
        sha256: None,
    }
}
