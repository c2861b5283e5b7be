class = "3b"
