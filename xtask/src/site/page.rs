//! The playground's page, read.

/// The files that a page loads, by their addresses, in order.
pub fn references(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for tag in html
        .split('<')
        .filter(|tag| tag.starts_with("link ") || tag.starts_with("script "))
    {
        let address = ["href=\"", "src=\""].into_iter().find_map(|attribute| {
            let (_, rest) = tag.split_once(attribute)?;
            Some(rest.split_once('"')?.0)
        });
        // An address with a scheme is no file beside the page.
        found.extend(address.filter(|address| !address.contains(':')));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_what_its_links_and_scripts_name() {
        let html = r#"<link rel="icon" href="data:image/svg+xml,<svg/>">
            <link rel="stylesheet" href="a.css"><script defer src="b.js"></script><a href="c.html">"#;
        assert_eq!(references(html), ["a.css", "b.js"]);
    }
}
