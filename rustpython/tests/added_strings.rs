use crate::printed;

#[test]
fn strings_that_were_added_have_their_length_kind_and_hash() {
    let source = "\
pieces = ['', 'a', 'xyz' * 20, 'é', 'ü' * 40, '\\u20ac', '\\U0001f40d', '\\ud800', '\\udc00', 'z\\udfff']
for turn in range(40):
    seen = set()
    for left in pieces:
        for right in pieces:
            both = left + right
            assert len(both) == len(left) + len(right)
            assert both[:len(left)] == left and both[len(left):] == right
            assert both.isascii() == (left.isascii() and right.isascii())
            assert hash(both) == hash(''.join([left, right]))
            grown = left
            grown += right
            assert grown == both and len(grown) == len(both)
            seen.add(ascii(both))
print(len(seen))

def grow(n, piece):
    text, kept, hashes = '', [], []
    for at in range(n):
        if at % 7 == 0:
            kept.append(text)
        if at % 5 == 0:
            hashes.append(hash(text))
        text += piece
    for at, one in enumerate(kept):
        assert one == piece * (at * 7)
    assert hashes == [hash(piece * at) for at in range(0, n, 5)]
    return len(text), text[:3], text[-3:]
for piece in 'ab', 'é', 'a\\ud800':
    print([ascii(part) for part in grow(3000, piece)])

def doubled(n):
    text = 'ab'
    for at in range(n):
        text += text
    return len(text)
print(doubled(12))

text = ''
names = {}
for at in range(500):
    text += str(at)
    names[text] = at
print(len(names), names['0123456'])

class Shout(str):
    def __add__(self, other):
        return 'no'
for turn in range(60):
    loud = Shout('a')
    loud += 'b'
print(loud, 'x' + Shout('y'))
try:
    for right in ['a'] * 60 + [1]:
        text = 'a'
        text += right
except TypeError as error:
    print(error, text)
";
    assert_eq!(
        printed(source),
        "91\n\
         ['6000', \"'aba'\", \"'bab'\"]\n\
         ['3000', \"'\\\\xe9\\\\xe9\\\\xe9'\", \"'\\\\xe9\\\\xe9\\\\xe9'\"]\n\
         ['6000', \"'a\\\\ud800a'\", \"'\\\\ud800a\\\\ud800'\"]\n\
         8192\n\
         500 6\n\
         no xy\n\
         can only concatenate str (not \"int\") to str a\n"
    );
}
