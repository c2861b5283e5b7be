# A year is one trip around the sun: on other planets it is shorter or longer.
age = float(input("How old are you, in years? "))

# How many Earth years one trip takes.
mercury = 0.24
mars = 1.88
jupiter = 11.86
neptune = 164.8

print(f"On Mercury you would be {age / mercury:.1f} years old.")
print(f"On Mars you would be {age / mars:.1f} years old.")
print(f"On Jupiter you would be {age / jupiter:.1f} years old.")

if age < neptune:
    print("On Neptune you have not had a birthday yet.")
else:
    print("You have been around the sun with Neptune. Respect!")

# Try: add Venus, whose year takes 0.62 of ours.
