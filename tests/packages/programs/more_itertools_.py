import more_itertools as mit
from more_itertools import (all_equal, bucket, chunked, collapse, consume, distinct_permutations, divide, first, flatten,
                            grouper, interleave_longest, intersperse, islice_extended, last, locate, map_reduce, nth_or_last,
                            one, pairwise, partition, peekable, powerset, roundrobin, seekable, side_effect, sliding_window,
                            spy, split_at, split_before, split_when, strip, take, unique_everseen, windowed, zip_offset)

numbers = range(10)
print(list(chunked(numbers, 3)), list(windowed(numbers, 4, step=3)), take(3, numbers))
print(list(flatten([[1], [2, 3]])), list(collapse([1, [2, [3, (4,)]], "ab"])), list(pairwise("owl")))
print(first([], "none"), last(numbers), nth_or_last("abc", 9), one([5]))
try:
    one([1, 2])
except ValueError as error:
    print(error)
ahead = peekable("abc")
print(ahead.peek(), next(ahead), ahead.peek(), list(ahead), ahead.peek("end"))
head, everything = spy(numbers, 2)
print(head, sum(everything))
print([list(part) for part in divide(3, numbers)], list(roundrobin("ab", "12", "x")), list(interleave_longest([1, 2], [3])))
odd, even = partition(lambda n: n % 2 == 0, numbers)
print(list(odd), list(even), map_reduce(["owl", "ox", "ibis"], lambda s: s[0], len, sum))
print(list(split_at("a,b,c", lambda c: c == ",")), list(split_before([1, 2, 0, 3], lambda n: n == 0)))
print(list(split_when([1, 2, 2, 1], lambda a, b: b < a)), list(intersperse("-", "abc")), list(locate([0, 1, 1])))
groups = bucket(["a1", "b1", "a2"], key=lambda s: s[0])
print(sorted(groups), list(groups["a"]), list(unique_everseen("AbBa", key=str.lower)))
print(sorted(distinct_permutations([1, 0, 1])), list(powerset([1, 2])), all_equal("aaa"), all_equal("aab"))
print(list(grouper("abcde", 2, fillvalue="-")), list(sliding_window([1, 2, 3], 2)), list(strip([0, 1, 0], lambda n: n == 0)))
print(list(zip_offset([1, 2, 3], "abc", offsets=(0, 1))), list(islice_extended("abcdefgh", -4, -1)))
again = seekable(iter("abc"))
print("".join(again), again.seek(0), "".join(again))
seen = []
consume(side_effect(seen.append, [1, 2]))
print(seen, mit.ilen(c for c in "a b c" if c != " "), mit.sample.__name__, list(mit.numeric_range(1.0, 2.0, 0.5)))
print(mit.minmax([3, 1, 2]), list(mit.run_length.encode("aab")), mit.is_sorted([1, 2]), list(mit.sieve(20)))
