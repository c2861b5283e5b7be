use crate::printed;

#[test]
fn products_of_any_size_are_right() {
    let source = r#"
# The remainders of a product follow from those of its factors.
primes = [10**9 + 7, 2**61 - 1, 2**89 - 1]
for bits in [20_000, 30_000, 100_000, 400_000, 1_000_000]:
    one = pow(3, int(bits * 0.63)) + bits
    for other in [one, one // 7, one >> (bits // 2), -one]:
        product = one * other
        for prime in primes:
            assert product % prime == (one % prime) * (other % prime) % prime, (bits, prime)
        assert product // one == other, bits
print("right")
"#;
    assert_eq!(printed(source), "right\n");
}
