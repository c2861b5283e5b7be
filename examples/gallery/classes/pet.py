# An object keeps its own state: this one gets hungry.
class Pet:
    def __init__(self, name):
        self.name = name
        self.hunger = 3
        self.joy = 3

    def eat(self):
        self.hunger = max(0, self.hunger - 3)
        print(f"{self.name} munches.")

    def play(self):
        self.joy += 2
        self.hunger += 1
        print(f"{self.name} jumps around.")

    def wait(self):
        self.hunger += 1
        self.joy -= 1

    def mood(self):
        if self.hunger > 5:
            return "(>_<) hungry!"
        return "(^o^) happy" if self.joy > 3 else "(o_o) so-so"


pet = Pet(input("Name your pet: "))
while (command := input("eat, play or sleep? ")) != "sleep":
    if command == "eat":
        pet.eat()
    elif command == "play":
        pet.play()
    pet.wait()
    print(f"   {pet.mood()}  hunger {pet.hunger}, joy {pet.joy}")
print(f"Good night, {pet.name}!")

# Try: make a second pet. Does feeding the one help the other?
