//! What a run has told the page: a run that is run again tells it again, and only what is new may reach the page.

use crate::protocol::{Chunk, Stream};

/// The program did something else when it was run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Differs;

/// What was told so far, by its length and a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    bytes: u64,
    hash: u64,
}

impl Told {
    /// FNV-1a: it finds a program that does not repeat, and needs not withstand one that wants to be taken for one.
    fn add(&mut self, bytes: &[u8]) {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        for byte in bytes {
            let hash = if self.bytes == 0 { OFFSET } else { self.hash };
            self.hash = (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
            self.bytes += 1;
        }
    }
}

/// The text of both streams, and what was displayed.
#[derive(Debug, Default)]
pub struct Transcript {
    told: [Told; 3],
    /// What the program has told again, since it was run again.
    again: [Told; 3],
}

const DISPLAYED: usize = 2;

impl Transcript {
    /// The program is run again from its start.
    pub fn begin_again(&mut self) {
        self.again = Default::default();
    }

    /// What of this output the page does not know.
    ///
    /// # Errors
    /// The page was told something else.
    pub fn new_output(&mut self, chunks: Vec<Chunk>) -> Result<Vec<Chunk>, Differs> {
        let mut new = Vec::new();
        for Chunk { stream, mut text } in chunks {
            let at = match stream {
                Stream::Stdout => 0,
                Stream::Stderr => 1,
            };
            let known = self.known(at).min(text.len() as u64);
            let known = usize::try_from(known).map_err(|_| Differs)?;
            if !text.is_char_boundary(known) {
                return Err(Differs);
            }
            let rest = text.split_off(known);
            self.again[at].add(text.as_bytes());
            self.compare(at)?;
            if !rest.is_empty() {
                self.tell(at, rest.as_bytes());
                new.push(Chunk { stream, text: rest });
            }
        }
        Ok(new)
    }

    /// Whether the page does not know this display.
    ///
    /// # Errors
    /// The page was shown something else.
    pub fn is_new_display(&mut self, parts: [&[u8]; 3]) -> Result<bool, Differs> {
        let bytes: u64 = parts.map(|part| part.len() as u64).iter().sum();
        let known = self.known(DISPLAYED);
        if known == 0 {
            for part in parts {
                self.tell(DISPLAYED, part);
            }
            return Ok(true);
        }
        if known < bytes {
            return Err(Differs);
        }
        for part in parts {
            self.again[DISPLAYED].add(part);
        }
        self.compare(DISPLAYED)?;
        Ok(false)
    }

    /// Whether the program has told again all that the page knows.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.again == self.told
    }

    /// How many bytes the page knows that the program has not told again.
    fn known(&self, at: usize) -> u64 {
        self.told[at].bytes.saturating_sub(self.again[at].bytes)
    }

    fn compare(&self, at: usize) -> Result<(), Differs> {
        if self.known(at) == 0 && self.again[at] != self.told[at] {
            return Err(Differs);
        }
        Ok(())
    }

    fn tell(&mut self, at: usize, bytes: &[u8]) {
        self.told[at].add(bytes);
        self.again[at] = self.told[at];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(text: &str) -> Vec<Chunk> {
        let text = text.to_owned();
        vec![Chunk {
            stream: Stream::Stdout,
            text,
        }]
    }

    #[test]
    fn what_is_told_again_is_swallowed_however_it_is_cut() {
        let mut transcript = Transcript::default();
        assert_eq!(transcript.new_output(out("Näme? ")), Ok(out("Näme? ")));
        assert!(transcript.is_level());
        transcript.begin_again();
        assert!(!transcript.is_level());
        assert_eq!(transcript.new_output(out("Nä")), Ok(Vec::new()));
        assert_eq!(transcript.new_output(out("me? Hi")), Ok(out("Hi")));
        assert!(transcript.is_level());
        transcript.begin_again();
        assert_eq!(
            transcript.new_output(out("Näme? Hi, you")),
            Ok(out(", you"))
        );
    }

    #[test]
    fn another_text_differs_as_soon_as_that_is_known() {
        let mut transcript = Transcript::default();
        transcript.new_output(out("one 1 ")).expect("new");
        for other in ["one 2 ", "one 2 and more", "öne 1"] {
            transcript.begin_again();
            assert_eq!(transcript.new_output(out(other)), Err(Differs), "{other}");
        }
        transcript.begin_again();
        transcript.new_output(out("one")).expect("the same so far");
        assert!(!transcript.is_level());
    }

    #[test]
    fn displays_are_swallowed_whole() {
        let mut transcript = Transcript::default();
        let [one, two]: [[&[u8]; 3]; 2] = [[b"a/b", b"123", b""], [b"a/b", b"456", b"x"]];
        assert_eq!(transcript.is_new_display(one), Ok(true));
        transcript.begin_again();
        assert_eq!(transcript.is_new_display(one), Ok(false));
        assert_eq!(transcript.is_new_display(two), Ok(true));
        transcript.begin_again();
        assert_eq!(transcript.is_new_display(one), Ok(false));
        assert_eq!(transcript.is_new_display(one), Ok(false));
        assert!(!transcript.is_level());
        transcript.begin_again();
        assert_eq!(transcript.is_new_display([b"a/b", b"123", b"4"]), Ok(false));
        assert_eq!(transcript.is_new_display(one), Err(Differs));
        transcript.begin_again();
        assert_eq!(transcript.is_new_display(one), Ok(false));
        assert_eq!(transcript.is_new_display(two), Ok(false));
        assert!(transcript.is_level());
    }
}
