//! The civil calendar: seconds to dates and back, and dates to text as C's `strftime` words them.

use std::fmt::Write;

use crate::options::days::{date_of, days_of};

pub(crate) const SECONDS_A_DAY: i64 = 86_400;

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date and a time of day, with the ranges of Python's `time.struct_time`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Civil {
    pub year: i64,
    /// 1 to 12
    pub month: i64,
    /// 1 to 31
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    /// 0 to 61
    pub second: i64,
    /// 0 (Monday) to 6
    pub weekday: i64,
    /// 1 to 366
    pub day_of_year: i64,
    /// 1 in summer time, 0 outside it, -1 unknown
    pub is_dst: i64,
    /// Seconds ahead of UTC.
    pub utc_offset: i64,
    pub zone: String,
}

impl Civil {
    /// The date that clocks show at this moment where they are `utc_offset` seconds ahead of UTC.
    pub(crate) fn from_unix(seconds: i64, utc_offset: i64, is_dst: bool, zone: String) -> Self {
        let local = seconds + utc_offset;
        let days = local.div_euclid(SECONDS_A_DAY);
        let rest = local.rem_euclid(SECONDS_A_DAY);
        let (year, month, day) = date_of(days);
        Self {
            year,
            month,
            day,
            hour: rest / 3_600,
            minute: rest % 3_600 / 60,
            second: rest % 60,
            // 1970-01-01 was a Thursday.
            weekday: (days + 3).rem_euclid(7),
            day_of_year: days - days_of(year, 1, 1) + 1,
            is_dst: is_dst.into(),
            utc_offset,
            zone,
        }
    }

    /// Seconds since 1970-01-01 00:00 on clocks that show this date; fields out of their range
    /// carry over.
    pub(crate) fn seconds(&self) -> i64 {
        let month = self.month - 1;
        let first = days_of(
            self.year + month.div_euclid(12),
            month.rem_euclid(12) + 1,
            1,
        );
        let day = first + self.day - 1;
        day * SECONDS_A_DAY + self.hour * 3_600 + self.minute * 60 + self.second
    }

    /// `Sun Jan  5 08:03:00 2025`
    pub(crate) fn asctime(&self) -> String {
        format!(
            "{} {} {:2} {:02}:{:02}:{:02} {}",
            &name(&DAYS, self.weekday)[..3],
            &name(&MONTHS, self.month - 1)[..3],
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.year
        )
    }

    /// The date worded by `format`, in the C locale and with glibc's extensions.
    pub(crate) fn format(&self, format: &str) -> String {
        let mut text = String::new();
        let mut rest = format.chars();
        while let Some(char) = rest.next() {
            if char == '%' {
                self.directive(&mut rest, &mut text);
            } else {
                text.push(char);
            }
        }
        text
    }

    /// Writes what stands for one directive; `rest` begins after its `%`.
    fn directive(&self, rest: &mut std::str::Chars, text: &mut String) {
        let start = rest.as_str();
        let mut flag = None;
        let mut letter = rest.next();
        if let Some('-' | '_' | '0' | '^' | '#') = letter {
            flag = letter;
            letter = rest.next();
        }
        // Alternative representations of a locale; the C locale has none.
        if let Some('E' | 'O') = letter {
            letter = rest.next();
        }
        let Some(field) = letter.and_then(|letter| self.field(letter)) else {
            // An unknown directive stands for itself.
            text.push('%');
            text.push_str(&start[..start.len() - rest.as_str().len()]);
            return;
        };
        match (field, flag) {
            (Field::Text(field), Some('^' | '#')) => text.push_str(&field.to_uppercase()),
            (Field::Text(field), _) => text.push_str(&field),
            (Field::Number(value, ..), Some('-')) => push(text, format_args!("{value}")),
            (Field::Number(value, width, _), Some('_')) => {
                push(text, format_args!("{value:width$}"));
            }
            (Field::Number(value, width, '0'), _) | (Field::Number(value, width, _), Some('0')) => {
                push(text, format_args!("{value:0width$}"));
            }
            (Field::Number(value, width, _), _) => push(text, format_args!("{value:width$}")),
        }
    }

    fn field(&self, letter: char) -> Option<Field> {
        let day = name(&DAYS, self.weekday);
        let month = name(&MONTHS, self.month - 1);
        let hour_of_half = (self.hour + 11).rem_euclid(12) + 1;
        let half = if self.hour < 12 { "AM" } else { "PM" };
        let (iso_year, iso_week) = self.iso_week();
        // Weeks that begin on Sunday, and on Monday.
        let week_from_sunday = (self.day_of_year + 6 - (self.weekday + 1) % 7) / 7;
        let week_from_monday = (self.day_of_year + 6 - self.weekday) / 7;
        let padded = |value, width| Field::Number(value, width, '0');
        Some(match letter {
            'a' => Field::Text(day[..3.min(day.len())].to_owned()),
            'A' => Field::Text(day.to_owned()),
            'b' | 'h' => Field::Text(month[..3.min(month.len())].to_owned()),
            'B' => Field::Text(month.to_owned()),
            'c' => Field::Text(self.format("%a %b %e %H:%M:%S %Y")),
            'C' => padded(self.year.div_euclid(100), 2),
            'd' => padded(self.day, 2),
            'D' | 'x' => Field::Text(self.format("%m/%d/%y")),
            'e' => Field::Number(self.day, 2, ' '),
            'F' => Field::Text(self.format("%Y-%m-%d")),
            'g' => padded(iso_year.rem_euclid(100), 2),
            'G' => Field::Number(iso_year, 1, ' '),
            'H' => padded(self.hour, 2),
            'I' => padded(hour_of_half, 2),
            'j' => padded(self.day_of_year, 3),
            'k' => Field::Number(self.hour, 2, ' '),
            'l' => Field::Number(hour_of_half, 2, ' '),
            'm' => padded(self.month, 2),
            'M' => padded(self.minute, 2),
            'n' => Field::Text("\n".to_owned()),
            'p' => Field::Text(half.to_owned()),
            'P' => Field::Text(half.to_lowercase()),
            'r' => Field::Text(self.format("%I:%M:%S %p")),
            'R' => Field::Text(self.format("%H:%M")),
            's' => Field::Number(self.seconds() - self.utc_offset, 1, ' '),
            'S' => padded(self.second, 2),
            't' => Field::Text("\t".to_owned()),
            'T' | 'X' => Field::Text(self.format("%H:%M:%S")),
            'u' => Field::Number(self.weekday + 1, 1, ' '),
            'U' => padded(week_from_sunday, 2),
            'V' => padded(iso_week, 2),
            'w' => Field::Number((self.weekday + 1) % 7, 1, ' '),
            'W' => padded(week_from_monday, 2),
            'y' => padded(self.year.rem_euclid(100), 2),
            'Y' => Field::Number(self.year, 1, ' '),
            'z' => Field::Text(offset_name(self.utc_offset)),
            'Z' => Field::Text(self.zone.clone()),
            '%' => Field::Text("%".to_owned()),
            _ => return None,
        })
    }

    /// Year and week as ISO 8601 counts them: week 1 holds the year's first Thursday.
    fn iso_week(&self) -> (i64, i64) {
        let week = (self.day_of_year - self.weekday + 9) / 7;
        if week == 0 {
            (self.year - 1, weeks_in(self.year - 1))
        } else if week == 53 && weeks_in(self.year) == 52 {
            (self.year + 1, 1)
        } else {
            (self.year, week)
        }
    }
}

/// What a directive stands for.
enum Field {
    Text(String),
    /// A number, the least number of characters, and what fills them up.
    Number(i64, usize, char),
}

fn push(text: &mut String, arguments: std::fmt::Arguments) {
    text.write_fmt(arguments).expect("a String takes all text");
}

/// `?` as glibc prints an index that names nothing.
fn name(names: &[&'static str], index: i64) -> &'static str {
    usize::try_from(index)
        .ok()
        .and_then(|index| names.get(index).copied())
        .unwrap_or("?")
}

/// `+0530`
pub(crate) fn offset_name(utc_offset: i64) -> String {
    let sign = if utc_offset < 0 { '-' } else { '+' };
    let minutes = utc_offset.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn weeks_in(year: i64) -> i64 {
    // A year has 53 weeks when it ends on a Thursday, or on a Friday after a leap day.
    let last_weekday = |year: i64| (days_of(year + 1, 1, 1) + 2).rem_euclid(7);
    if last_weekday(year) == 3 || last_weekday(year - 1) == 2 {
        53
    } else {
        52
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(seconds: i64) -> Civil {
        Civil::from_unix(seconds, 0, false, "UTC".to_owned())
    }

    #[test]
    fn a_date_and_its_seconds_are_one() {
        for seconds in [
            0,
            951_782_400,
            1_735_689_599,
            -1,
            -62_135_596_800,
            253_402_300_799,
        ] {
            assert_eq!(utc(seconds).seconds(), seconds);
        }
        let leap_day = utc(951_782_400);
        assert_eq!((leap_day.year, leap_day.month, leap_day.day), (2000, 2, 29));
        assert_eq!((leap_day.weekday, leap_day.day_of_year), (1, 60));
    }

    #[test]
    fn directives_are_worded_as_c_words_them() {
        // Sunday, 2025-01-05 08:03:09
        let date = utc(1_736_064_189);
        for (format, text) in [
            ("%Y-%m-%d %H:%M:%S", "2025-01-05 08:03:09"),
            ("%a %A %b %B", "Sun Sunday Jan January"),
            ("%I:%M %p %l %P", "08:03 AM  8 am"),
            ("%U %W %V %G %u %w %j", "01 00 01 2025 7 0 005"),
            (
                "%c|%x|%X|%D|%F|%T|%R|%r",
                "Sun Jan  5 08:03:09 2025|01/05/25|08:03:09|01/05/25|2025-01-05|08:03:09|08:03|08:03:09 AM",
            ),
            ("%e %-d %_d %y %C", " 5 5  5 25 20"),
            ("%z %Z %% %Q %", "+0000 UTC % %Q %"),
        ] {
            assert_eq!(date.format(format), text, "{format}");
        }
        assert_eq!(date.asctime(), "Sun Jan  5 08:03:09 2025");
    }

    #[test]
    fn the_first_days_of_january_may_belong_to_the_year_before() {
        // 2021-01-01 was a Friday, 2024-12-30 a Monday.
        assert_eq!(utc(1_609_459_200).format("%G-W%V"), "2020-W53");
        assert_eq!(utc(1_735_516_800).format("%G-W%V"), "2025-W01");
    }
}
