LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def show(board):
    for row in range(3):
        print(" | ".join(board[3 * row:3 * row + 3]))
        if row < 2:
            print("--+---+--")


def winner(board):
    for a, b, c in LINES:
        if board[a] == board[b] == board[c] != " ":
            return board[a]
    return None


def play():
    board = [" "] * 9
    player = "X"
    while winner(board) is None and " " in board:
        show(board)
        try:
            field = int(input(f"{player}, your field (1-9)? ")) - 1
            if not 0 <= field < 9:
                raise ValueError("not on the board")
            if board[field] != " ":
                raise ValueError("taken")
        except ValueError as error:
            print("That does not work:", error)
            continue
        board[field] = player
        player = "O" if player == "X" else "X"
    show(board)
    print("Winner:", winner(board) or "nobody")


play()
