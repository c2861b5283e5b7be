# Insertion sort is what people do with cards: take one, and push it in where it belongs.
pile = ["7", "K", "2", "10", "A", "5", "J"]
ORDER = "2 3 4 5 6 7 8 9 10 J Q K A".split()

hand = []
moved = 0
while pile:
    card = pile.pop(0)
    # From the right, past every card that is higher.
    place = len(hand)
    while place > 0 and ORDER.index(hand[place - 1]) > ORDER.index(card):
        place -= 1
        moved += 1
    hand.insert(place, card)

    shown = ["[" + each + "]" if number == place else each for number, each in enumerate(hand)]
    print(f"{card:>2} →  {' '.join(shown):28} still in the pile: {' '.join(pile)}".rstrip())

print(f"Passed {moved} cards.")

# Try: what if the pile is in order before you begin? And in the opposite order?
