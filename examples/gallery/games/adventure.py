# The world of an adventure is data: rooms, and the ways between them.
ROOMS = {
    "hall": ("a dusty hall", {"north": "library", "east": "kitchen"}, None),
    "library": ("a library that smells of old paper", {"south": "hall"}, "key"),
    "kitchen": ("a kitchen with a locked door to the garden", {"west": "hall"}, "apple"),
}
room = "hall"
bag = set()

while True:
    description, ways, thing = ROOMS[room]
    print(f"\nYou are in {description}. You can go {' or '.join(ways)}.")
    if thing and thing not in bag:
        print(f"There is: {thing}.")
    verb, _, noun = input("> ").partition(" ")
    match verb, noun:
        case "go", way if way in ways:
            room = ways[way]
        case "take", what if what == thing and what not in bag:
            bag.add(what)
            print(f"You put the {what} in your bag.")
        case "open", "door" if room == "kitchen" and "key" in bag:
            print("The key turns. Sunshine! You are free.")
            break
        case "open", "door" if room == "kitchen":
            print("It is locked.")
        case "quit", _:
            break
        case _:
            print("That is not possible. Try: go north, take key, open door, quit.")

# Try: add a garden, and somebody in it who is hungry.
