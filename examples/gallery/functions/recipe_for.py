# A function is a recipe: written once, cooked as often as you like, for as many as you like.
def amount(grams, people, made_for=4):
    return grams * people / made_for


def pancakes(people, sweet=True):
    print(f"Pancakes for {people}:")
    print(f"  {amount(250, people):.0f} g of flour")
    print(f"  {amount(500, people):.0f} ml of milk")
    print(f"  {amount(3, people):.1f} eggs")
    if sweet:
        print(f"  {amount(40, people):.0f} g of sugar")
    else:
        print("  a pinch of salt")


pancakes(4)
print()
pancakes(people=1, sweet=False)

# Try: nobody can use 0.8 of an egg. Round up with math.ceil().
