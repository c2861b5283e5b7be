ages = {"Ann": 12}
print(ages["Bob"] + ages["Ann"])
