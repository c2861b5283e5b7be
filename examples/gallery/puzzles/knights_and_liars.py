# On an island live knights, who always tell the truth, and liars, who never do.
# Three people speak. Who is what? The program asks: in which world would all of this fit?
from itertools import product

people = "Ann", "Bob", "Cat"

# What each says, as a question to a world.
claims = {
    "Ann": ("Bob is a liar.", lambda knight: not knight["Bob"]),
    "Bob": ("Cat is a liar.", lambda knight: not knight["Cat"]),
    "Cat": ("You other two are liars.", lambda knight: not knight["Ann"] and not knight["Bob"]),
}

for name, (words, _) in claims.items():
    print(f"{name}: “{words}”")
print()

for answers in product([True, False], repeat=3):
    knight = dict(zip(people, answers))
    wrong = [name for name, (_, is_true) in claims.items() if is_true(knight) != knight[name]]
    world = " ".join("knight" if knight[name] else "liar  " for name in people)
    print(world, "← this is it!" if not wrong else f"  does not fit {' and '.join(wrong)}")

# Try: invent claims that fit two worlds, or none.
