QUESTIONS = [
    ("What is 7 * 8?", "56"),
    ("Capital of Japan?", "tokyo"),
    ("What does len([1, 2, 3]) give?", "3"),
]

points = 0
for number, (question, answer) in enumerate(QUESTIONS, start=1):
    print(f"{number}. {question}")
    for attempt in range(2):
        if input("   > ").strip().casefold() == answer:
            print("   Correct!")
            points += 2 - attempt
            break
        print("   No.")
percent = 100 * points / (2 * len(QUESTIONS))
print(f"{points} points, {percent:.1f} %")
print("Well done!" if percent >= 50 else "Try again.")
