//! Exponentials, logarithms and powers, to the last bit.
//!
//! What Rust brings for WebAssembly, where there is no library of C, is off by a bit in every tenth result: `math.exp(1)`
//! was 2.7182818284590455. The libraries of C that `CPython` is linked with, glibc and musl, are off in one of a thousand.
//! These functions take the places of Rust's by their names, for `f64::exp`, `f64::ln` and `f64::powf`.

#[expect(unsafe_code, reason = "f64::exp calls it by its name")]
#[unsafe(no_mangle)]
extern "C" fn exp(exponent: f64) -> f64 {
    pxfm::f_exp(exponent)
}

#[expect(unsafe_code, reason = "f64::ln calls it by its name")]
#[unsafe(no_mangle)]
extern "C" fn log(number: f64) -> f64 {
    pxfm::f_log(number)
}

#[expect(unsafe_code, reason = "f64::powf calls it by its name")]
#[unsafe(no_mangle)]
extern "C" fn pow(base: f64, exponent: f64) -> f64 {
    pxfm::f_pow(base, exponent)
}
