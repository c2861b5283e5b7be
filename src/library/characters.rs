//! Unicode's names of characters, which a program may ask for: `"\N{BULLET}"`,
//! `unicodedata.name`. They come in a pack, as a text of lines with a code and a name, sorted by
//! name.

use std::cell::OnceCell;

/// The names, indexed both ways.
#[derive(Debug)]
pub struct CharacterNames {
    text: String,
    /// Where each line begins, by name.
    by_name: Vec<usize>,
    /// The same in the order of the codes.
    by_code: OnceCell<Vec<usize>>,
}

impl CharacterNames {
    /// Reads lines of a hexadecimal code, a blank and a name.
    #[must_use]
    pub fn new(text: String) -> Self {
        let mut by_name = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            by_name.push(start);
            start += line.len();
        }
        Self {
            text,
            by_name,
            by_code: OnceCell::new(),
        }
    }

    fn line(&self, start: usize) -> (u32, &str) {
        let line = self.text[start..].lines().next().unwrap_or("");
        let (code, name) = line.split_once(' ').unwrap_or(("", ""));
        (u32::from_str_radix(code, 16).unwrap_or(0), name)
    }

    /// The character of this name, in letters of either case.
    #[must_use]
    pub fn character(&self, name: &str) -> Option<char> {
        let name = name.to_ascii_uppercase();
        let find = |&start: &usize| self.line(start).1.cmp(&name);
        let at = self.by_name.binary_search_by(find).ok()?;
        char::from_u32(self.line(self.by_name[at]).0)
    }

    /// The name of this character.
    #[must_use]
    pub fn name(&self, character: char) -> Option<&str> {
        let by_code = self.by_code.get_or_init(|| {
            let mut by_code = self.by_name.clone();
            by_code.sort_by_key(|&start| self.line(start).0);
            by_code
        });
        let code = |&start: &usize| self.line(start).0;
        let at = by_code.binary_search_by_key(&u32::from(character), code);
        Some(self.line(by_code[at.ok()?]).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_both_ways() {
        let text = "2022 BULLET\n1F600 GRINNING FACE\n41 LATIN CAPITAL LETTER A\n";
        let names = CharacterNames::new(text.to_owned());
        assert_eq!(names.character("bullet"), Some('•'));
        assert_eq!(names.character("GRINNING FACE"), Some('😀'));
        assert_eq!(names.character("GRINNING"), None);
        assert_eq!(names.name('A'), Some("LATIN CAPITAL LETTER A"));
        assert_eq!(names.name('😀'), Some("GRINNING FACE"));
        assert_eq!(names.name('B'), None);
    }
}
