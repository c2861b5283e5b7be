WORD = "anaconda"
LIVES = 6

guessed = set()
lives = LIVES
while lives:
    shown = " ".join(letter if letter in guessed else "_" for letter in WORD)
    print(shown, f"   lives: {lives}")
    if "_" not in shown:
        print("You win!")
        break
    letter = input("A letter? ").strip().lower()
    if len(letter) != 1 or not letter.isalpha():
        print("One letter, please.")
    elif letter in guessed:
        print("You had that one.")
    else:
        guessed.add(letter)
        if letter not in WORD:
            lives -= 1
            print("No", letter)
else:
    print("The word was", WORD)
