# Ask for a name and put it in a frame that always fits.
name = input("What is your name? ")

greeting = f"Hello, {name}!"
line = "═" * (len(greeting) + 2)

print("╔" + line + "╗")
print("║ " + greeting + " ║")
print("╚" + line + "╝")
print(f"Your name has {len(name)} letters.")

# Try: greet somebody twice, in two frames.
