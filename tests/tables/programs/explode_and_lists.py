import pandas as pd
df = pd.DataFrame({"pupil": ["Ann", "Ben"], "clubs": ["chess,choir", "chess"]})
long = df.assign(club=df.clubs.str.split(",")).explode("club").drop(columns="clubs")
print(long); print(long.club.value_counts()); print(pd.crosstab(long.pupil, long.club)); print(df.clubs.str.get_dummies(",")); print(long.groupby("club").pupil.apply(", ".join)); print(long.reset_index(drop=True).index)
