# How many coins of each kind make up an amount? Integer division and remainder know.
cents = int(input("How many cents? "))

rest = cents
euros = rest // 100
rest = rest % 100
halves = rest // 50
rest = rest % 50
tens = rest // 10
rest = rest % 10

print(f"{cents} cents are")
print(f"  {euros} coins of 100")
print(f"  {halves} coins of 50")
print(f"  {tens} coins of 10")
print(f"  {rest} coins of 1")
print(f"That makes {euros + halves + tens + rest} coins in your pocket.")

# Try: add a coin of 20. Where does it have to go?
