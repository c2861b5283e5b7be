//! NumPy's generators of random numbers, bit for bit: PCG64 behind `default_rng`, MT19937 behind `np.random.seed`.

use std::cell::RefCell;

use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::precise::Precise;
use crate::arr::Arr;
use crate::data::Element;
use crate::kind::Kind;
use crate::registry::array_object;
use crate::walk::count_work;

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
enum Source {
    Pcg { state: u128, increment: u128 },
    Mersenne { words: Box<[u32; 624]>, at: usize },
}

#[derive(Debug)]
struct State {
    source: Source,
    /// The half of a number of 64 bits that was not asked for yet.
    half: Option<u32>,
    /// The second of two normal numbers that were made together.
    gauss: Option<f64>,
}

impl Source {
    fn pcg(entropy: &[u32]) -> Self {
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

    fn step(&mut self) -> u128 {
        const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
        let Self::Pcg { state, increment } = self else {
            return 0;
        };
        *state = state.wrapping_mul(MULTIPLIER).wrapping_add(*increment);
        *state
    }

    /// Begins with one number, as the generator's authors have it.
    fn mersenne(seed: u32) -> Self {
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
    fn mersenne_of(key: &[u32]) -> Self {
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

impl State {
    fn next_32(&mut self) -> u32 {
        if let Source::Mersenne { words, at } = &mut self.source {
            if *at == 624 {
                for place in 0..624 {
                    let both =
                        (words[place] & 0x8000_0000) | (words[(place + 1) % 624] & 0x7fff_ffff);
                    let odd = if both & 1 == 1 { 0x9908_b0df } else { 0 };
                    words[place] = words[(place + 397) % 624] ^ (both >> 1) ^ odd;
                }
                *at = 0;
            }
            let mut word = words[*at];
            *at += 1;
            word ^= word >> 11;
            word ^= (word << 7) & 0x9d2c_5680;
            word ^= (word << 15) & 0xefc6_0000;
            return word ^ (word >> 18);
        }
        if let Some(half) = self.half.take() {
            return half;
        }
        let both = self.next_64();
        self.half = Some((both >> 32) as u32);
        both as u32
    }

    fn next_64(&mut self) -> u64 {
        if let Source::Mersenne { .. } = self.source {
            let high = u64::from(self.next_32());
            return high << 32 | u64::from(self.next_32());
        }
        let state = self.source.step();
        ((state >> 64) as u64 ^ state as u64).rotate_right((state >> 122) as u32)
    }

    fn double(&mut self) -> f64 {
        if let Source::Mersenne { .. } = self.source {
            let (high, low) = (self.next_32() >> 5, self.next_32() >> 6);
            return (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0;
        }
        (self.next_64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number from 0 to `most`, both included.
    fn bounded(&mut self, most: u64, is_masked: bool) -> u64 {
        if most == 0 {
            return 0;
        }
        if is_masked {
            let mask = u64::MAX >> most.leading_zeros();
            loop {
                let value = if most <= u64::from(u32::MAX) {
                    u64::from(self.next_32()) & mask
                } else {
                    self.next_64() & mask
                };
                if value <= most {
                    return value;
                }
            }
        }
        if most == u64::from(u32::MAX) {
            return u64::from(self.next_32());
        }
        if most == u64::MAX {
            return self.next_64();
        }
        let count = most + 1;
        if most < u64::from(u32::MAX) {
            let mut product = u64::from(self.next_32()) * count;
            if (product & 0xffff_ffff) < count {
                let threshold = (u64::from(u32::MAX) - most) % count;
                while (product & 0xffff_ffff) < threshold {
                    product = u64::from(self.next_32()) * count;
                }
            }
            return product >> 32;
        }
        let mut product = u128::from(self.next_64()) * u128::from(count);
        if (product as u64) < count {
            let threshold = (u64::MAX - most) % count;
            while (product as u64) < threshold {
                product = u128::from(self.next_64()) * u128::from(count);
            }
        }
        (product >> 64) as u64
    }

    /// A normal number by the polar method, two at a time.
    fn polar(&mut self) -> f64 {
        if let Some(second) = self.gauss.take() {
            return second;
        }
        loop {
            let (x, y) = (2.0 * self.double() - 1.0, 2.0 * self.double() - 1.0);
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.gauss = Some(factor * x);
                return factor * y;
            }
        }
    }

    fn normal(&mut self, tables: &Layers) -> f64 {
        const RADIUS: f64 = 3.654_152_885_361_009;
        loop {
            let bits = self.next_64();
            let (layer, is_negative) = ((bits & 0xff) as usize, bits >> 8 & 1 == 1);
            let place = bits >> 9 & 0x000f_ffff_ffff_ffff;
            let x = place as f64 * tables.widths[layer];
            let x = if is_negative { -x } else { x };
            if place < tables.inner[layer] {
                return x;
            }
            if layer == 0 {
                loop {
                    let far = -(1.0 / RADIUS) * (-self.double()).ln_1p();
                    let high = -(-self.double()).ln_1p();
                    if high + high > far * far {
                        return if place >> 8 & 1 == 1 {
                            -(RADIUS + far)
                        } else {
                            RADIUS + far
                        };
                    }
                }
            }
            let heights = &tables.heights;
            if (heights[layer - 1] - heights[layer]) * self.double() + heights[layer]
                < (-0.5 * x * x).exp()
            {
                return x;
            }
        }
    }

    fn exponential(&mut self, tables: &Layers) -> f64 {
        const END: f64 = 7.697_117_470_131_05;
        loop {
            let bits = self.next_64() >> 3;
            let (layer, place) = ((bits & 0xff) as usize, bits >> 8);
            let x = place as f64 * tables.widths[layer];
            if place < tables.inner[layer] {
                return x;
            }
            if layer == 0 {
                return END - (-self.double()).ln_1p();
            }
            let heights = &tables.heights;
            if (heights[layer - 1] - heights[layer]) * self.double() + heights[layer] < (-x).exp() {
                return x;
            }
        }
    }
}

/// The layers of a ziggurat: rectangles of one area below a falling curve.
struct Layers {
    inner: [u64; 256],
    widths: [f64; 256],
    heights: [f64; 256],
}

impl Layers {
    /// Where the last layer ends, and the area of each. The tables have to be right to the last digit: a number is a
    /// width times an integer.
    fn new(
        end: Precise,
        area: Precise,
        bits: i32,
        curve: fn(Precise) -> Precise,
        inverse: fn(Precise) -> Precise,
    ) -> Self {
        let scale = 2_f64.powi(bits);
        let scaled = |share: Precise| (share.0 * scale) as u64;
        let mut layers = Self {
            inner: [0; 256],
            widths: [0.0; 256],
            heights: [0.0; 256],
        };
        let base = area.over(curve(end));
        layers.inner[0] = scaled(end.over(base));
        layers.widths[0] = base.0 / scale;
        layers.heights[0] = 1.0;
        layers.widths[255] = end.0 / scale;
        layers.heights[255] = curve(end).0;
        let mut x = end;
        for layer in (1..255).rev() {
            let next = inverse(area.over(x).plus(curve(x)));
            layers.inner[layer + 1] = scaled(next.over(x));
            layers.widths[layer] = next.0 / scale;
            layers.heights[layer] = curve(next).0;
            x = next;
        }
        layers.inner[1] = 0;
        layers
    }

    fn normal() -> Self {
        const END: Precise = Precise(3.654152885361009, 6.681457429421314e-19);
        const AREA: Precise = Precise(0.004928673233974655, -1.122302136764543e-19);
        Self::new(
            END,
            AREA,
            52,
            |x| Precise(-0.5 * x.0, -0.5 * x.1).times(x).exp(),
            |y| Precise(-2.0, 0.0).times(y.ln()).root(),
        )
    }

    fn exponential() -> Self {
        const END: Precise = Precise(7.69711747013105, -3.6248703662397484e-16);
        const AREA: Precise = Precise(0.003949659822581557, 1.807940067160478e-19);
        Self::new(
            END,
            AREA,
            53,
            |x| Precise(-x.0, -x.1).exp(),
            |y| {
                let Precise(high, low) = y.ln();
                Precise(-high, -low)
            },
        )
    }
}

/// A source of random bits.
#[pyclass(module = "numpy.random", name = "_Bits")]
#[derive(Debug, PyPayload)]
pub struct Bits(RefCell<State>);

impl Bits {
    pub fn new(entropy: &[u32], is_pcg: bool, is_sequence: bool) -> Self {
        let source = if is_pcg {
            Source::pcg(entropy)
        } else if is_sequence {
            Source::mersenne_of(entropy)
        } else {
            Source::mersenne(entropy.first().copied().unwrap_or(0))
        };
        Self(RefCell::new(State {
            source,
            half: None,
            gauss: None,
        }))
    }

    fn filled<T: Element>(
        &self,
        kind: Kind,
        shape: &[usize],
        vm: &VirtualMachine,
        mut next: impl FnMut(&mut State) -> T,
    ) -> PyResult {
        let arr = Arr::zeros(kind, shape, vm)?;
        for (number, slot) in T::slots(&arr.data).iter().enumerate() {
            T::set(slot, next(&mut self.0.borrow_mut()));
            if number % 4096 == 4095 {
                count_work(32_768, vm)?;
            }
        }
        array_object(arr, None, vm)
    }
}

#[pyclass]
impl Bits {
    #[pymethod]
    fn doubles(zelf: &Py<Self>, shape: Vec<usize>, vm: &VirtualMachine) -> PyResult {
        zelf.filled(Kind::F64, &shape, vm, State::double)
    }

    #[pymethod]
    fn double(zelf: &Py<Self>) -> f64 {
        zelf.0.borrow_mut().double()
    }

    /// Normal numbers, in the way of `RandomState` if `is_polar`.
    #[pymethod]
    fn normals(
        zelf: &Py<Self>,
        shape: Vec<usize>,
        is_polar: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        if is_polar {
            return zelf.filled(Kind::F64, &shape, vm, State::polar);
        }
        let tables = Layers::normal();
        zelf.filled(Kind::F64, &shape, vm, |state| state.normal(&tables))
    }

    #[pymethod]
    fn exponentials(
        zelf: &Py<Self>,
        shape: Vec<usize>,
        is_plain: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        if is_plain {
            return zelf.filled(Kind::F64, &shape, vm, |state| -(-state.double()).ln_1p());
        }
        let tables = Layers::exponential();
        zelf.filled(Kind::F64, &shape, vm, |state| state.exponential(&tables))
    }

    /// Integers from `low`, of which there are `most` more.
    #[pymethod]
    fn integers(
        zelf: &Py<Self>,
        low: i64,
        most: u64,
        is_masked: bool,
        shape: Vec<usize>,
        vm: &VirtualMachine,
    ) -> PyResult {
        zelf.filled(Kind::I64, &shape, vm, |state| {
            low.wrapping_add(state.bounded(most, is_masked) as i64)
        })
    }

    /// One integer from 0 to `most`.
    #[pymethod]
    fn bounded(zelf: &Py<Self>, most: u64, is_masked: bool) -> u64 {
        zelf.0.borrow_mut().bounded(most, is_masked)
    }

    /// Exchanges the indices below `count` at random, down to `first`.
    #[pymethod]
    fn shuffled(
        zelf: &Py<Self>,
        count: usize,
        first: usize,
        is_masked: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let mut order: Vec<i64> = (0..count as i64).collect();
        for place in (first..count).rev() {
            let other = zelf.0.borrow_mut().bounded(place as u64, is_masked) as usize;
            order.swap(place, other);
        }
        count_work(8 * count, vm)?;
        array_object(Arr::of(Kind::I64, order), None, vm)
    }

    /// Numbers of events that happen `mean` times on average.
    #[pymethod]
    fn poisson(zelf: &Py<Self>, mean: f64, shape: Vec<usize>, vm: &VirtualMachine) -> PyResult {
        zelf.filled(Kind::I64, &shape, vm, |state| {
            super::counts::poisson(mean, &mut || state.double())
        })
    }

    /// Numbers of successes in `trials`.
    #[pymethod]
    fn binomial(
        zelf: &Py<Self>,
        trials: i64,
        chance: f64,
        shape: Vec<usize>,
        vm: &VirtualMachine,
    ) -> PyResult {
        zelf.filled(Kind::I64, &shape, vm, |state| {
            super::counts::binomial(trials, chance, &mut || state.double())
        })
    }

    /// What the generator goes on with, to be put back later.
    #[pymethod]
    fn copied(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let state = zelf.0.borrow();
        let source = match &state.source {
            Source::Pcg { state, increment } => Source::Pcg {
                state: *state,
                increment: *increment,
            },
            Source::Mersenne { words, at } => Source::Mersenne {
                words: words.clone(),
                at: *at,
            },
        };
        let copy = Bits(RefCell::new(State {
            source,
            half: state.half,
            gauss: state.gauss,
        }));
        copy.into_pyobject(vm)
    }
}
