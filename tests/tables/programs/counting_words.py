import pandas as pd
text = "the cat and the dog and the bird"
words = pd.Series(text.split())
counts = words.value_counts()
print(counts); print(counts.head(2).to_dict(), counts[counts > 1].index.tolist(), words.str.len().mean(), words.nunique()); print(words.groupby(words.str[0]).count()); print(words.str.len().value_counts().sort_index()); print(counts.rename_axis("word").reset_index(name="n")); print(words.duplicated().sum(), words.drop_duplicates().tolist(), words.mode()[0])
