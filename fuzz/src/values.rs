//! Any text as each of the values that a record understands: case number, day, amount, identifier, grounds, performance.
//!
//! Whatever the text is, it is kept, reads back from JSON, and what was understood of it reads the same when it is printed. Where
//! a plain computation tells the meaning (milliseconds, plain numbers), it is held against that.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zhixing_core::record::{
    Amount, CaseNumber, CaseParts, Check, Date, Day, Grounds, Identifier, Performance, is_blank,
};

/// Reads the text as everything.
///
/// # Errors
/// A finding.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let of = |what: &str, found: Result<(), String>| {
        found.map_err(|why| format!("{what} {text:?}: {why}"))
    };
    of("case number", case_number(text))?;
    of("day", day(text))?;
    of("amount", amount(text))?;
    of("identifier", identifier(text))?;
    of(
        "grounds",
        kept(text, Grounds::parse(text), |it| it.raw().to_owned()),
    )?;
    of(
        "performance",
        kept(text, Performance::parse(text), |it| it.raw().to_owned()),
    )
}

fn ensure(holds: bool, what: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

/// Only blank texts are nothing, all others are kept, and JSON brings back the same.
fn kept<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    text: &str,
    read: Option<T>,
    raw: impl Fn(&T) -> String,
) -> Result<(), String> {
    let Some(read) = read else {
        return ensure(is_blank(text), "it is nothing, and not blank");
    };
    ensure(raw(&read) == text, "it is not kept as it was sent")?;
    let json = serde_json::to_string(&read).map_err(|error| error.to_string())?;
    let again: T = serde_json::from_str(&json).map_err(|error| format!("{json}: {error}"))?;
    ensure(again == read, "read back from JSON it is another")
}

fn case_number(text: &str) -> Result<(), String> {
    let read = CaseNumber::parse(text);
    kept(text, read.clone(), |it| it.raw().to_owned())?;
    let Some(number) = read else {
        return Ok(());
    };
    if let Some(again) = CaseNumber::parse(number.canonical()) {
        ensure(
            again.canonical() == number.canonical(),
            "the canonical text has another",
        )?;
        ensure(
            again.parts() == number.parts(),
            "the canonical text has other parts",
        )?;
        ensure(
            again.key() == number.key(),
            "the canonical text has another key",
        )?;
        ensure(
            again.matches(&number) == number.key().is_some()
                && number.matches(&again) == again.matches(&number),
            "it does not match its canonical text",
        )?;
    }
    let Some(parts) = number.parts() else {
        return Ok(());
    };
    ensure(
        parts.year.is_none_or(|year| (1949..=2099).contains(&year)),
        "its year",
    )?;
    ensure(
        parts.serial.bytes().all(|b| b.is_ascii_digit()),
        "its serial",
    )?;
    let same = |joint| {
        let printed = CaseNumber::parse(&printed(parts, joint));
        printed
            .is_some_and(|printed| printed.parts() == Some(parts) && printed.key() == number.key())
    };
    // By the rule of 2016, or as it was before.
    ensure(
        same("") || same("字第"),
        "its parts, printed, have other parts",
    )
}

fn printed(parts: &CaseParts, joint: &str) -> String {
    let year = parts.year.map(|year| format!("({year})"));
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    [
        year.unwrap_or_default(),
        part(&parts.court),
        part(&parts.special),
        parts.case_type.clone(),
        joint.to_owned(),
        parts.serial.clone(),
        part(&parts.branch),
        "号".to_owned(),
        part(&parts.tail),
    ]
    .concat()
}

fn day(text: &str) -> Result<(), String> {
    let Some(day) = Day::parse(text) else {
        // Not blank alone: there are dates that say that there is none.
        return ensure(
            is_blank(text) || text.contains('0'),
            "it is nothing, and not blank",
        );
    };
    kept(text, Some(day.clone()), |it| it.raw().to_owned())?;
    if let Some(date) = day.date() {
        let (year, month) = (u32::from(date.year()), date.month());
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        ensure((1..=days).contains(&date.day()), "no day of the calendar")?;
        let printed = date.to_string();
        ensure(
            Date::from_iso(&printed) == Some(date),
            "printed, it is another day",
        )?;
        let again = Day::parse(&printed).and_then(|day| day.date());
        ensure(again == Some(date), "printed, it reads as another")?;
        ensure(acted(&date), "no court acted on it")?;
    }
    if text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit()) {
        let millis: i64 = text.parse().map_err(|_| "thirteen digits are a number")?;
        let expected = beijing(millis).filter(acted);
        ensure(day.date() == expected, "another day in Beijing")?;
    }
    Ok(())
}

/// Whether a court of these lists can have acted on the day: `Day::parse` states it as a policy.
fn acted(date: &Date) -> bool {
    let printed = date.to_string();
    ("1949-10-01".."2100-01-01").contains(&printed.as_str()) && printed != "1970-01-01"
}

/// The civil day of an instant, eight hours east (the algorithm of Howard Hinnant's `civil_from_days`).
fn beijing(millis: i64) -> Option<Date> {
    let days = (millis + 8 * 3_600_000).div_euclid(86_400_000) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
}

fn amount(text: &str) -> Result<(), String> {
    let read = Amount::parse(text);
    kept(text, read.clone(), |it| it.raw().to_owned())?;
    let yuan = read.as_ref().and_then(Amount::yuan);
    if let Some(yuan) = yuan {
        let plain = yuan.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        ensure(plain && yuan.parse::<f64>().is_ok(), "no plain decimal")?;
        let again = Amount::parse(yuan);
        let same = again.is_some_and(|again| again.yuan() == Some(yuan));
        ensure(same, "printed, it is another amount")?;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (1..=28).contains(&digits);
    if plain {
        let bare = text.trim_start_matches('0');
        let bare = if bare.is_empty() { "0" } else { bare };
        ensure(yuan == Some(bare), "a plain number is another")?;
    }
    Ok(())
}

fn identifier(text: &str) -> Result<(), String> {
    let read = Identifier::parse(text);
    kept(text, read.clone(), |it| it.raw().as_str().to_owned())?;
    let Some(number) = read else {
        return Ok(());
    };
    ensure(
        number.form().is_none() == (number.check() == Check::NotChecked),
        "a form and no check",
    )?;
    let shown = format!("{number:?}");
    let secret = text.chars().filter(|c| c.is_alphanumeric()).count() >= 12;
    ensure(!secret || !shown.contains(text), "Debug shows it")?;
    // Full width, or with a blank behind: the same number.
    let wide: String = text.chars().map(wide).collect();
    for spelled in [wide, format!("{text}\u{3000}")] {
        let again = Identifier::parse(&spelled);
        let same =
            again.is_some_and(|it| it.form() == number.form() && it.check() == number.check());
        ensure(same, "spelled in another way it is another number")?;
    }
    Ok(())
}

fn wide(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        _ => c,
    }
}
