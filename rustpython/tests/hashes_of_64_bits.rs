use crate::printed;

#[test]
fn hashes_are_those_of_cpython_on_a_machine_of_64_bits() {
    // Printed by CPython 3.14 for 64 bits, under PYTHONHASHSEED=0.
    let source = "\
import sys
print(*sys.hash_info)
print(hash((1, 2)), hash(()), hash((1.5, (True, 'a'))), hash(frozenset(range(10))), hash(frozenset([(), 'b'])))
print(hash('abc'), hash('é'), hash('日本'), hash('😀x'), hash('\\ud800'), hash(''), hash(b'abc'), hash(b''))
print(hash(1.5), hash(-1e300), hash(1 + 2j), hash(2**100), hash(None), hash(slice(1, 2)))
print(hash('abc') == hash(''.join(['a', 'bc'])), hash('é') == hash('xé'[1:]))
";
    assert_eq!(
        printed(source),
        "64 2305843009213693951 314159 0 1000003 siphash13 64 128 0\n\
         -3550055125485641917 5740354900026072187 -281733861840976143 3895031357313128696 4004249887109063925\n\
         -4594863902769663758 6047309291227476195 6243316497235261705 -8926728262118538918 5926611903945376553 0 -4594863902769663758 0\n\
         1152921504606846977 -1224995262755759164 2000007 549755813888 4238894112 -2178470213028018262\n\
         True True\n"
    );
}

#[test]
fn a_text_is_found_by_whatever_made_it() {
    let source = "\
names = {'é': 1, 'ab': 2, '日本': 3}
print(names['e\\u0301x'.replace('e\\u0301x', '\\xe9')], names['xab'[1:]], names[bytes('日本', 'utf8').decode()])
class Named:
    pass
named = Named()
setattr(named, 'größe', 4)
print(named.größe, getattr(named, 'grö' + 'ße'), vars(named))
";
    assert_eq!(printed(source), "1 2 3\n4 4 {'größe': 4}\n");
}

#[test]
fn the_hash_of_an_object_without_one_of_its_own_leaves_out_what_all_addresses_have() {
    let source = "\
things = [object() for _ in range(1000)]
print(len({hash(thing) % 1024 for thing in things}) > 300, len(set(things)), len(dict.fromkeys(things)))
print(all(thing in set(things) for thing in things[::50]), object() in set(things))
";
    assert_eq!(printed(source), "True 1000 1000\nTrue False\n");
}
