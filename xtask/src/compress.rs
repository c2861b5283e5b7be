//! Precompressed files: `.br` and `.gz` beside each file, for servers that send them as they are.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

use crate::site::Effort;
use crate::{files, root};

const WINDOW_BITS: u32 = 24;

/// Writes the compressed versions of a file beside it. What was compressed before is taken from
/// `target/compressed`: the best takes a minute for the interpreter.
pub fn beside(file: &Path, effort: Effort) -> Result<()> {
    let data = fs::read(file)?;
    let cache = root().join("target/compressed");
    fs::create_dir_all(&cache)?;
    let (brotli_quality, gzip_level) = match effort {
        Effort::Quick => (4, 4),
        Effort::Full => (11, 9),
    };
    let stamp = files::stamp_of(&data);
    let name = file
        .file_name()
        .expect("a file has a name")
        .to_string_lossy();
    for (extension, level) in [("br", brotli_quality), ("gz", gzip_level)] {
        let cached = cache.join(format!("{}-{level}.{extension}", stamp.name()));
        if !cached.exists() {
            let compressed = match extension {
                "br" => brotli(&data, level)?,
                _ => gzip(&data, level)?,
            };
            fs::write(&cached, compressed)?;
        }
        fs::copy(&cached, file.with_file_name(format!("{name}.{extension}")))?;
    }
    Ok(())
}

fn brotli(data: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut writer =
        ::brotli::CompressorWriter::new(&mut compressed, 1 << 16, quality, WINDOW_BITS);
    writer.write_all(data)?;
    drop(writer);
    Ok(compressed)
}

fn gzip(data: &[u8], level: u32) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    writer.write_all(data)?;
    Ok(writer.finish()?)
}
