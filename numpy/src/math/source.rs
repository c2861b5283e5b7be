//! Where random bits come from: seeds, PCG64 and MT19937.

/// Mixes numbers to a pool, as `SeedSequence` does, and gives so many words of it.
pub fn seeds(entropy: &[u32], words: usize) -> Vec<u32> {
    const SHIFT: u32 = 16;
    let mut constant: u32 = 0x43b0_d7e5;
    let mut hashed = |value: u32| {
        let value = value ^ constant;
        constant = constant.wrapping_mul(0x931e_8875);
        let value = value.wrapping_mul(constant);
        value ^ (value >> SHIFT)
    };
    let mixed = |x: u32, y: u32| {
        let result = x
            .wrapping_mul(0xca01_f9dd)
            .wrapping_sub(y.wrapping_mul(0x4973_f715));
        result ^ (result >> SHIFT)
    };
    let mut pool = [0_u32; 4];
    for (place, slot) in pool.iter_mut().enumerate() {
        *slot = hashed(entropy.get(place).copied().unwrap_or(0));
    }
    for from in 0..4 {
        for to in 0..4 {
            if from != to {
                pool[to] = mixed(pool[to], hashed(pool[from]));
            }
        }
    }
    for &word in entropy.iter().skip(4) {
        for slot in &mut pool {
            *slot = mixed(*slot, hashed(word));
        }
    }
    let mut constant: u32 = 0x8b51_f9dd;
    (0..words)
        .map(|place| {
            let value = pool[place % 4] ^ constant;
            constant = constant.wrapping_mul(0x58f3_8ded);
            let value = value.wrapping_mul(constant);
            value ^ (value >> SHIFT)
        })
        .collect()
}

#[derive(Debug)]
pub(super) enum Source {
    Pcg { state: u128, increment: u128 },
    Mersenne { words: Box<[u32; 624]>, at: usize },
}

impl Source {
    pub fn pcg(entropy: &[u32]) -> Self {
        let words = seeds(entropy, 8);
        let long = |place: usize| u128::from(words[place]) | u128::from(words[place + 1]) << 32;
        let (start, sequence) = (long(0) << 64 | long(2), long(4) << 64 | long(6));
        let increment = sequence << 1 | 1;
        let mut source = Self::Pcg {
            state: 0,
            increment,
        };
        source.step();
        if let Self::Pcg { state, .. } = &mut source {
            *state = state.wrapping_add(start);
        }
        source.step();
        source
    }

    pub fn step(&mut self) -> u128 {
        const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
        let Self::Pcg { state, increment } = self else {
            return 0;
        };
        *state = state.wrapping_mul(MULTIPLIER).wrapping_add(*increment);
        *state
    }

    /// Begins with one number, as the generator's authors have it.
    pub fn mersenne(seed: u32) -> Self {
        let mut words = Box::new([0_u32; 624]);
        words[0] = seed;
        for place in 1..624 {
            let before = words[place - 1];
            words[place] = 1_812_433_253_u32
                .wrapping_mul(before ^ (before >> 30))
                .wrapping_add(place as u32);
        }
        Self::Mersenne { words, at: 624 }
    }

    /// Begins with several numbers.
    pub fn mersenne_of(key: &[u32]) -> Self {
        let mut source = Self::mersenne(19_650_218);
        let Self::Mersenne { words, .. } = &mut source else {
            return source;
        };
        let (mut i, mut j) = (1, 0);
        for _ in 0..key.len().max(624) {
            let before = words[i - 1] ^ (words[i - 1] >> 30);
            words[i] = (words[i] ^ before.wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            (i, j) = (i + 1, (j + 1) % key.len());
            if i >= 624 {
                words[0] = words[623];
                i = 1;
            }
        }
        for _ in 0..623 {
            let before = words[i - 1] ^ (words[i - 1] >> 30);
            words[i] = (words[i] ^ before.wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i >= 624 {
                words[0] = words[623];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
        source
    }
}
