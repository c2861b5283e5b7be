//! As much of HTTP as the tests' own servers need.

use std::path::Path;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The path that a browser asks for, without the slash and without what follows a question mark; the
/// page for the folder itself.
pub async fn path_asked(stream: &mut TcpStream) -> String {
    let mut request = vec![0; 16 * 1024];
    let length = stream.read(&mut request).await.unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..length]);
    let path = request.split([' ', '?']).nth(1).unwrap_or("/");
    let path = path.trim_start_matches('/');
    if path.is_empty() { "index.html" } else { path }.to_owned()
}

/// The type of a file, by the end of its name.
pub fn type_of(path: &str) -> &'static str {
    match Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("html") => "text/html; charset=utf-8",
        Some("py") => "text/plain; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// Answers with content, or that there is none. `headers` are more of them, each with its end of line.
/// No cache of the browser keeps it.
pub async fn send(
    mut stream: TcpStream,
    content: Option<Vec<u8>>,
    content_type: &str,
    headers: &str,
) {
    let (status, content) =
        content.map_or(("404 Not Found", Vec::new()), |content| ("200 OK", content));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n{headers}\r\n",
        content.len()
    );
    // A browser that hangs up has seen enough.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&content).await;
}
