def repeat(turns):
    turn = 0
    while turn < turns:
        turn += 1


repeat(500_000)
