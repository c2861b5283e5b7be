for turn in range(500_000):
    turn
