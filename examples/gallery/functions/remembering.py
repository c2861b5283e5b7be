# A decorator changes a function without touching it: this one lets it remember its answers.
def remembering(function):
    answers = {}

    def ask(*question):
        if question not in answers:
            answers[question] = function(*question)
        return answers[question]

    ask.answers = answers
    return ask


calls = 0


@remembering
def ways(stairs):
    """How many ways are there to climb stairs, one or two at a time?"""
    global calls
    calls += 1
    return 1 if stairs < 2 else ways(stairs - 1) + ways(stairs - 2)


for stairs in (1, 2, 3, 10, 80):
    print(f"{stairs:2} stairs: {ways(stairs)} ways")
print(f"The function was called {calls} times and remembers {len(ways.answers)} answers.")

# Try: take @remembering away, and ask for 25 stairs at most. How many calls are there now?
