import pandas as pd
ages = pd.Series({"Ann": 12, "Ben": 15, "Cleo": 11})
print(ages[ages >= 12].index.tolist(), ages.sort_values().index[0])
ages["Dan"] = 17
ages = ages.drop("Ben") + 1
print(ages); print(ages.to_frame("age")); print(ages.reset_index(name="years")); print("Ann" in ages, ages.get("Zoe", 0), ages.loc[["Dan", "Ann"]].tolist())
