# Count down and take off. sleep() makes the program wait.
import time

for seconds in range(5, 0, -1):
    print(seconds, "...")
    time.sleep(0.5)

print("Lift-off!")

rocket = ["   /\\", "  |  |", "  |  |", " /|__|\\", "   ''"]
for part in rocket:
    print(part)
for smoke in range(1, 6):
    time.sleep(0.1)
    print(" " * (5 - smoke) + "* " * smoke)

# Try: let the countdown stop in the middle, with break, and say why.
