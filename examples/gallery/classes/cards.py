# Cards that know which of them is higher, and a hand that knows what it is worth.
import random
from collections import Counter
from dataclasses import dataclass

RANKS = "2 3 4 5 6 7 8 9 10 J Q K A".split()


@dataclass(frozen=True, order=True)
class Card:
    value: int
    suit: str

    def __str__(self):
        return RANKS[self.value] + self.suit


def describe(hand):
    same_rank = sorted(Counter(card.value for card in hand).values(), reverse=True)
    if len({card.suit for card in hand}) == 1:
        return "a flush"
    match same_rank:
        case [4, *_]:
            return "four of a kind"
        case [3, 2]:
            return "a full house"
        case [3, *_]:
            return "three of a kind"
        case [2, 2, _]:
            return "two pairs"
        case [2, *_]:
            return "a pair"
    return f"nothing but {max(hand)}"


random.seed(24)
deck = [Card(value, suit) for suit in "♣♦♥♠" for value in range(len(RANKS))]
random.shuffle(deck)
for number in range(1, 8):
    hand = sorted(deck.pop() for _ in range(5))
    print(f"Hand {number}: {' '.join(map(str, hand)):16} {describe(hand)}")

# Try: find a straight, which is five cards in a row.
