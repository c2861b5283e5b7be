# A message can hide in plain sight. Who knows where to look can read it.
letter = """Mum and Dad, the camp is great!
Everybody is nice, even the cook.
Every day we swim in the lake.
Tomorrow we build a raft.

And at night we sing by the fire.
The stars are bright here.

Nina snores, but not much.
I found a blue feather.
Now it is in my hat.
Every scout has one."""

first_letters = ""
for line in letter.splitlines():
    first_letters += line[0] if line else " "

print(letter)
print()
print("Its secret:", first_letters)

# Try: hide a message of your own. What about the last letters?
