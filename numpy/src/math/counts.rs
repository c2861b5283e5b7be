//! Random counts, with the numbers that NumPy draws for them.

/// The logarithm of the gamma function, by Stirling's series.
fn log_gamma(x: f64) -> f64 {
    const SERIES: [f64; 10] = [
        8.333_333_333_333_333e-2,
        -2.777_777_777_777_778e-3,
        7.936_507_936_507_937e-4,
        -5.952_380_952_380_952e-4,
        8.417_508_417_508_418e-4,
        -1.917_526_917_526_918e-3,
        6.410_256_410_256_41e-3,
        -2.955_065_359_477_124e-2,
        1.796_443_723_688_307e-1,
        -1.392_432_216_905_9,
    ];
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let steps = if x < 7.0 { (7.0 - x) as i64 } else { 0 };
    let mut shifted = x + steps as f64;
    let square = 1.0 / (shifted * shifted);
    let mut sum = SERIES[9];
    for term in SERIES[..9].iter().rev() {
        sum = sum * square + term;
    }
    let half_log_of_tau = 0.918_938_533_204_672_8;
    let mut result = sum / shifted + half_log_of_tau + (shifted - 0.5) * shifted.ln() - shifted;
    for _ in 0..steps {
        result -= (shifted - 1.0).ln();
        shifted -= 1.0;
    }
    result
}

/// How often something happens that happens `mean` times on average.
pub fn poisson(mean: f64, double: &mut dyn FnMut() -> f64) -> i64 {
    if mean == 0.0 {
        return 0;
    }
    if mean < 10.0 {
        let least = (-mean).exp();
        let (mut count, mut product) = (0, 1.0);
        loop {
            product *= double();
            if product <= least {
                return count;
            }
            count += 1;
        }
    }
    // Transformed rejection (Hörmann 1993).
    let (root, log_mean) = (mean.sqrt(), mean.ln());
    let b = 0.931 + 2.53 * root;
    let a = -0.059 + 0.02483 * b;
    let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    let edge = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = double() - 0.5;
        let v = double();
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + mean + 0.43).floor();
        if us >= 0.07 && v <= edge {
            return k as i64;
        }
        if k < 0.0 || (us < 0.013 && v > us) {
            continue;
        }
        let left = v.ln() + inverse_alpha.ln() - (a / (us * us) + b).ln();
        if left <= -mean + k * log_mean - log_gamma(k + 1.0) {
            return k as i64;
        }
    }
}

/// How many of so many trials succeed.
pub fn binomial(trials: i64, chance: f64, double: &mut dyn FnMut() -> f64) -> i64 {
    if trials == 0 || chance == 0.0 {
        return 0;
    }
    if chance > 0.5 {
        return trials - binomial(trials, 1.0 - chance, double);
    }
    if chance * trials as f64 <= 30.0 {
        return inverted(trials, chance, double);
    }
    triangle(trials, chance, double)
}

fn inverted(n: i64, p: f64, double: &mut dyn FnMut() -> f64) -> i64 {
    let q = 1.0 - p;
    let start = (n as f64 * (-p).ln_1p()).exp();
    let np = n as f64 * p;
    let bound = (n as f64).min(np + 10.0 * (np * q + 1.0).sqrt()) as i64;
    let (mut x, mut px, mut u) = (0, start, double());
    while u > px {
        x += 1;
        if x > bound {
            x = 0;
            px = start;
            u = double();
        } else {
            u -= px;
            px = ((n - x + 1) as f64 * p * px) / (x as f64 * q);
        }
    }
    x
}

/// The method BTPE (Kachitvichyanukul and Schmeiser 1988).
fn triangle(n: i64, p: f64, double: &mut dyn FnMut() -> f64) -> i64 {
    let r = p.min(1.0 - p);
    let q = 1.0 - r;
    let fm = n as f64 * r + r;
    let m = fm.floor() as i64;
    let p1 = (2.195 * (n as f64 * r * q).sqrt() - 4.6 * q).floor() + 0.5;
    let xm = m as f64 + 0.5;
    let (xl, xr) = (xm - p1, xm + p1);
    let c = 0.134 + 20.5 / (15.3 + m as f64);
    let a = (fm - xl) / (fm - xl * r);
    let laml = a * (1.0 + a / 2.0);
    let a = (xr - fm) / (xr * q);
    let lamr = a * (1.0 + a / 2.0);
    let p2 = p1 * (1.0 + 2.0 * c);
    let p3 = p2 + c / laml;
    let p4 = p3 + c / lamr;
    let nrq = n as f64 * r * q;
    loop {
        let u = double() * p4;
        let mut v = double();
        let y: i64;
        if u <= p1 {
            return (xm - p1 * v + u).floor() as i64;
        } else if u <= p2 {
            let x = xl + (u - p1) / c;
            v = v * c + 1.0 - (m as f64 - x + 0.5).abs() / p1;
            if v > 1.0 {
                continue;
            }
            y = x.floor() as i64;
        } else if u <= p3 {
            y = (xl + v.ln() / laml).floor() as i64;
            if y < 0 || v == 0.0 {
                continue;
            }
            v *= (u - p2) * laml;
        } else {
            y = (xr - v.ln() / lamr).floor() as i64;
            if y > n || v == 0.0 {
                continue;
            }
            v *= (u - p3) * lamr;
        }
        let k = (y - m).abs();
        if k <= 20 || k as f64 >= nrq / 2.0 - 1.0 {
            let s = r / q;
            let a = s * (n + 1) as f64;
            let mut f = 1.0;
            for i in m + 1..=y {
                f *= a / i as f64 - s;
            }
            for i in y + 1..=m {
                f /= a / i as f64 - s;
            }
            if v <= f {
                return y;
            }
            continue;
        }
        let k = k as f64;
        let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 1.0 / 6.0) / nrq + 0.5);
        let t = -k * k / (2.0 * nrq);
        let log = v.ln();
        if log < t - rho {
            return y;
        }
        if log > t + rho {
            continue;
        }
        let (x1, f1) = ((y + 1) as f64, (m + 1) as f64);
        let (z, w) = ((n + 1 - m) as f64, (n - y + 1) as f64);
        let tail = |x: f64| {
            let square = x * x;
            (13_680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square)
                / x
                / 166_320.0
        };
        let bound = xm * (f1 / x1).ln()
            + ((n - m) as f64 + 0.5) * (z / w).ln()
            + (y - m) as f64 * (w * r / (x1 * q)).ln()
            + tail(f1)
            + tail(z)
            + tail(x1)
            + tail(w);
        if log <= bound {
            return y;
        }
    }
}
