//! Numbers of twice the digits, each as the sum of two doubles: what a ziggurat's layers are computed with.

/// A number and what it lacks.
#[derive(Clone, Copy, Debug)]
pub struct Precise(pub f64, pub f64);

const LN_2: Precise = Precise(std::f64::consts::LN_2, LN_2_REST);
const LN_2_REST: f64 = 2.319_046_813_846_299_6e-17;

fn sum(a: f64, b: f64) -> Precise {
    let s = a + b;
    let part = s - a;
    Precise(s, (a - (s - part)) + (b - part))
}

impl Precise {
    pub fn plus(self, other: Self) -> Self {
        let Self(high, low) = sum(self.0, other.0);
        sum(high, low + self.1 + other.1)
    }

    pub fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0, -other.1))
    }

    pub fn times(self, other: Self) -> Self {
        let product = self.0 * other.0;
        let rest = self.0.mul_add(other.0, -product);
        sum(product, rest + self.0 * other.1 + self.1 * other.0)
    }

    pub fn over(self, other: Self) -> Self {
        let first = self.0 / other.0;
        let left = self.minus(Self(first, 0.0).times(other));
        let second = left.0 / other.0;
        let left = left.minus(Self(second, 0.0).times(other));
        sum(first, second).plus(Self(left.0 / other.0, 0.0))
    }

    pub fn root(self) -> Self {
        let root = Self(self.0.sqrt(), 0.0);
        let left = self.minus(root.times(root));
        root.plus(Self(left.0 / (2.0 * root.0), 0.0))
    }

    /// The exponential of a number that is neither large nor far below zero.
    pub fn exp(self) -> Self {
        const HALVINGS: i32 = 8;
        let twos = (self.0 / LN_2.0).round();
        let scale = 2_f64.powi(-HALVINGS);
        let small = self
            .minus(Self(twos, 0.0).times(LN_2))
            .times(Self(scale, 0.0));
        let (mut term, mut total) = (Self(1.0, 0.0), Self(1.0, 0.0));
        for k in 1..12 {
            term = term.times(small).over(Self(f64::from(k), 0.0));
            total = total.plus(term);
        }
        for _ in 0..HALVINGS {
            total = total.times(total);
        }
        total.times(Self(2_f64.powi(twos as i32), 0.0))
    }

    pub fn ln(self) -> Self {
        let near = Self(self.0.ln(), 0.0);
        let rest = self.times(Self(-near.0, 0.0).exp()).minus(Self(1.0, 0.0));
        near.plus(rest)
    }
}
