# What is written to a file is still there when the file is opened again.
def write(line):
    with open("diary.txt", "a") as diary:
        diary.write(line + "\n")


def pages():
    with open("diary.txt") as diary:
        return diary.read().splitlines()


while True:
    line = input("Dear diary: ")
    if not line:
        break
    write(line)

print(f"\nThere are {len(pages())} lines in your diary:")
for number, line in enumerate(pages(), start=1):
    print(f"{number:3} {line}")
print("The longest is:", max(pages(), key=len))

# Try: mode "a" adds at the end. What does mode "w" do?
