use crate::printed;

#[test]
fn a_number_changes_only_for_those_who_would_have_seen_the_change() {
    let source = "\
def ints(n):
    kept, a, b, limit = [], 1000, 7, 256
    for i in range(n):
        kept.append(i)
        c = a * 3
        a = a + i
        b = (a * 2 + c) * 5 - b * 3 % 1000003
        kept.append(b)
        d = b
        b = b + 1
        kept.append(d is b)
        e = a - a + 256 + 0
        kept.append(e is limit)
    return kept[:12], sum(kept), kept[-8:]
def floats(n):
    kept, x, y = [], 0.5, 0.25
    for i in range(n):
        z = x * y + x - y
        x = x + 0.1
        kept.append(x)
        y = y * 1.5 - x
        kept.append(y)
        w = x = x + 1.0
        x = x + 1.0
        kept.append(w)
    return kept[:6], kept[-3:], z
def closures(n):
    out = []
    for i in range(300, 300 + n):
        out.append(lambda i=i: i)
        j = i + 1
        def inner(): return j
        out.append(inner)
        j = j + 1
    return [f() for f in out]
def generators(n):
    a = 1000
    for i in range(1000, 1000 + n):
        a = a + i
        yield a
        a = a - 1
def nested(n):
    total = 0
    rows = [[i * j + 1000 for j in range(n)] for i in range(n)]
    for row in rows:
        for v in row:
            total = total + v * v
        total = total - row[0] * 2
    return total, rows[1][:3], [x for row in rows for x in row if x == 1004]
def looked():
    import sys
    x = 5000
    got = []
    for i in range(4000, 4004):
        frame = sys._getframe()
        got.append((frame.f_locals['x'], frame.f_locals['i'], locals()['x']))
        x = x + i
    return got
def overflow():
    x = 2 ** 62
    out = []
    for i in range(6):
        x = x + x
        out.append(x)
        x = x - 1
    y = -2 ** 62
    for i in range(3):
        y = y - 2 ** 61
        out.append(y)
    return out
def args(a, b):
    saved = a
    a = a + b
    b = b + a
    return saved, a, b
n = 1234
m = n
for k in range(500, 505):
    n = n + k
    m = n
    n = n * 2
print(n, m, k)
print(ints(50)); print(floats(20)); print(closures(4)); print(list(generators(5)), sum(generators(100)))
print(nested(6)); print(looked()); print(overflow()); v = 7777; print(args(v, v), v)
print(args(1.5, 2.5), [hash(x * 1000) for x in range(3)], {x + 1000: x * 1.5 for x in range(3)})
def pairs(seq):
    best = 0
    for i in range(len(seq)):
        for j in range(i, len(seq)):
            value = seq[i] * seq[j] + i * 1000
            if value > best:
                best = value
                where = i, j
    return best, where
print(pairs([3, 1, 4, 1, 5, 9, 2, 6]))
";
    assert_eq!(
        printed(source),
        "70540 35270 504\n\
         ([0, 24979, False, True, 1, -49930, False, True, 2, -825171, False, True], -23908421, [48,\
         \x20-160530, False, True, 49, -463526, False, True])\n\
         ([0.6, -0.22499999999999998, 1.6, 2.7, -3.0375, 3.7], [40.500000000000014, \
         -30997.550426244736, 41.500000000000014], -813098.124529362)\n\
         [300, 305, 301, 305, 302, 305, 303, 305]\n\
         [2000, 3000, 4001, 5003, 6006] 5311700\n\
         (36441025, [1000, 1001, 1002], [1004, 1004, 1004])\n\
         [(5000, 4000, 5000), (9000, 4001, 9000), (13001, 4002, 13001), (17003, 4003, 17003)]\n\
         [9223372036854775808, 18446744073709551614, 36893488147419103226, 73786976294838206450, \
         147573952589676412898, 295147905179352825794, -6917529027641081856, -9223372036854775808, \
         -11529215046068469760]\n\
         (7777, 15554, 23331) 7777\n\
         (1.5, 4.0, 6.5) [0, 1000, 2000] {1000: 0.0, 1001: 1.5, 1002: 3.0}\n\
         (7036, (7, 7))\n"
    );
}
