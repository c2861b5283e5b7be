//! What a module's memory begins with, in pieces.

/// So many zeros between two pieces of memory are left out: each piece costs some bytes itself.
const LEAST_GAP_BYTES: usize = 64;

/// The pieces of memory that are not zero, each with where it is.
pub fn pieces(memory: &[u8]) -> Vec<(u32, &[u8])> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(skip) = memory[start..].iter().position(|&byte| byte != 0) {
        start += skip;
        let mut end = start;
        // A piece ends where a gap begins that is long enough.
        while let Some(more) = memory[end..]
            .iter()
            .take(LEAST_GAP_BYTES)
            .position(|&byte| byte != 0)
        {
            end += more + 1;
        }
        let address = u32::try_from(start).expect("addresses have 32 bits");
        pieces.push((address, &memory[start..end]));
        start = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_cut_where_nothing_is() {
        let mut memory = vec![0; 1_000];
        assert_eq!(pieces(&memory), []);
        memory[10] = 1;
        memory[40] = 2;
        memory[900] = 3;
        let pieces = pieces(&memory);
        assert_eq!(pieces.len(), 2);
        assert_eq!((pieces[0].0, pieces[0].1.len()), (10, 31));
        assert_eq!(pieces[1], (900, &[3][..]));
    }
}
