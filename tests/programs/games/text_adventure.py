ROOMS = {
    "hall": {"text": "You are in a dusty hall.", "north": "library", "east": "kitchen"},
    "library": {"text": "Books everywhere. One of them glows.", "south": "hall", "item": "book"},
    "kitchen": {"text": "It smells of soup.", "west": "hall", "down": "cellar"},
    "cellar": {"text": "It is dark. A door is locked with words.", "up": "kitchen"},
}


class Player:
    def __init__(self):
        self.room = "hall"
        self.items = []

    def look(self):
        room = ROOMS[self.room]
        print(room["text"])
        if room.get("item") and room["item"] not in self.items:
            print(f"There is a {room['item']} here.")
        print("Exits:", ", ".join(way for way in room if way not in ("text", "item")))

    def do(self, command):
        verb, *rest = command.split()
        match verb, rest:
            case "go", [way] if way in ROOMS[self.room] and way not in ("text", "item"):
                self.room = ROOMS[self.room][way]
                self.look()
            case "take", [item] if ROOMS[self.room].get("item") == item:
                self.items.append(item)
                print(f"You take the {item}.")
            case "read", ["book"] if "book" in self.items and self.room == "cellar":
                print("The door opens. You are free!")
                return True
            case "look", []:
                self.look()
            case "items", []:
                print(self.items or "You carry nothing.")
            case _:
                print(f"You cannot {command}.")
        return False


player = Player()
player.look()
while not player.do(input("> ")):
    pass
