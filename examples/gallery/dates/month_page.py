# A page of a calendar, with the days that matter to you.
import calendar

year, month = map(int, input("Year and month, such as 2027 3: ").split())
marked = {int(day) for day in input("Which days are important? ").split()}

print(f"{calendar.month_name[month]} {year}".center(35).rstrip())
print("".join(f"{name[:2]:>5}" for name in calendar.day_name))
for week in calendar.monthcalendar(year, month):
    row = ""
    for day in week:
        if day == 0:
            row += "     "
        elif day in marked:
            row += f" [{day:2}]"
        else:
            row += f"  {day:2} "
    print(row.rstrip())

weekends = [day for week in calendar.monthcalendar(year, month) for day in week[5:] if day]
print(f"{len(weekends)} days of weekend, {len(marked & set(weekends))} of them important.")

# Try: let the week begin on Sunday, with calendar.setfirstweekday().
