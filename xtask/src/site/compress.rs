//! Precompressed files: `.br` and `.gz` beside each file, for servers that send them as they are.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::compression_level::CompressionLevel;
use crate::{files, root};

const WINDOW_BITS: u32 = 24;

/// Writes the compressed versions of a file beside it.
pub fn beside(file: &Path, level: CompressionLevel) -> Result<()> {
    let name = file
        .file_name()
        .expect("a file has a name")
        .to_string_lossy();
    for (extension, compressed) in cached(&fs::read(file)?, level)? {
        fs::copy(
            compressed,
            file.with_file_name(format!("{name}.{extension}")),
        )?;
    }
    Ok(())
}

/// The compressed versions, each with its extension. What was compressed before is taken from
/// `target/compressed`: the best takes a minute for the interpreter.
pub fn cached(data: &[u8], level: CompressionLevel) -> Result<[(&'static str, PathBuf); 2]> {
    let cache = root().join("target/compressed");
    fs::create_dir_all(&cache)?;
    let (brotli_quality, gzip_level) = match level {
        CompressionLevel::Quick => (4, 4),
        CompressionLevel::Full => (11, 9),
    };
    let stamp = files::stamp_of(data);
    let file = |extension, level| cache.join(format!("{}-{level}.{extension}", stamp.name()));
    let files = [
        ("br", file("br", brotli_quality)),
        ("gz", file("gz", gzip_level)),
    ];
    for (extension, file) in &files {
        if file.exists() {
            continue;
        }
        let compressed = match *extension {
            "br" => brotli(data, brotli_quality)?,
            _ => gzip(data, gzip_level)?,
        };
        fs::write(file, compressed)?;
    }
    Ok(files)
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
