# A list of pairs: what was bought, and what it cost in cents.
basket = [("apples", 249), ("bread", 320), ("cheese", 475), ("chocolate", 129)]

total = 0
for name, price in basket:
    print(f"{name:.<14}{price / 100:6.2f}")
    total += price

print("=" * 20)
print(f"{'total':14}{total / 100:6.2f}")

prices = [price for name, price in basket]
dearest = max(basket, key=lambda item: item[1])
print(f"{len(prices)} things, {sum(prices) / len(prices) / 100:.2f} on average.")
print(f"The dearest was {dearest[0]}.")

# Try: put something in with basket.append(...), and take a tenth off everything above 3.00.
