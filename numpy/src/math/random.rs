//! NumPy's generators of random numbers, bit for bit: PCG64 behind `default_rng`, MT19937 behind `np.random.seed`.

use std::cell::RefCell;

use rustpython_vm::{Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass};

use super::layers::Layers;
use super::source::Source;
use crate::arr::Arr;
use crate::data::Element;
use crate::kind::Kind;
use crate::registry::array_object;
use crate::walk::count_work;

#[derive(Debug)]
struct State {
    source: Source,
    /// The half of a number of 64 bits that was not asked for yet.
    half: Option<u32>,
    /// The second of two normal numbers that were made together.
    gauss: Option<f64>,
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
                let value = if u32::try_from(most).is_ok() {
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
