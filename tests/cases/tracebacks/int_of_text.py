number = int("forty two")
