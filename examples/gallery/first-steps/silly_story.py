# Ask for a few words without saying what for, then tell a story with them.
animal = input("An animal: ")
food = input("Something to eat: ")
place = input("A place: ")
number = int(input("A number: "))

print()
print(f"Once upon a time a {animal} lived in {place}.")
print(f"Every morning it ate {number} plates of {food},")
print(f"and every evening {number * 2}, because it was growing.")
print(f'"{food.upper()}!" it sang, and all of {place} sang along:')
print(" ".join([food] * 3).capitalize() + "!")

# Try: let a second animal come and steal the food.
