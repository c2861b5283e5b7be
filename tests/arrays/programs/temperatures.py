import numpy as np

celsius = np.linspace(-20, 40, 13)
fahrenheit = celsius * 9 / 5 + 32
for c, f in zip(celsius, fahrenheit):
    print(f"{c:6.1f} {f:6.1f}")
print(fahrenheit)
week = np.array([12.5, 14.0, 13.2, np.nan, 15.8, 16.1, 12.9])
print(week.mean(), np.nanmean(week), np.nanmax(week), np.isnan(week).sum())
print(week[~np.isnan(week)])
print(np.diff(week))
print(np.nan_to_num(week, nan=0))
print(np.clip(week, 13, 16))
print(np.round(week), np.floor(week), np.ceil(week))
