//! The tables behind normal and exponential numbers.

use super::precise::Precise;

/// The layers of a ziggurat: rectangles of one area below a falling curve.
pub(super) struct Layers {
    pub inner: [u64; 256],
    pub widths: [f64; 256],
    pub heights: [f64; 256],
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

    pub fn normal() -> Self {
        const END: Precise = Precise(3.654_152_885_361_009, 6.681_457_429_421_314e-19);
        const AREA: Precise = Precise(0.004_928_673_233_974_655, -1.122_302_136_764_543e-19);
        Self::new(
            END,
            AREA,
            52,
            |x| Precise(-0.5 * x.0, -0.5 * x.1).times(x).exp(),
            |y| Precise(-2.0, 0.0).times(y.ln()).root(),
        )
    }

    pub fn exponential() -> Self {
        const END: Precise = Precise(7.697_117_470_131_05, -3.624_870_366_239_748_4e-16);
        const AREA: Precise = Precise(0.003_949_659_822_581_557, 1.807_940_067_160_478e-19);
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
