//! How a document writes the time: the letters of its format, and the offset behind a zone's name.
//!
//! The generated crates hold no time zone database. A named zone is therefore looked up here, in the database that is
//! built into the generator, and only a zone that has one offset can be written down as a number.

use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;

/// A piece of a written time, named as the core names it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TimePart {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
    Text(String),
}

/// The letters that stand for a piece of the time.
const KNOWN: [(&str, TimePart); 7] = [
    ("yyyy", TimePart::Year),
    ("MM", TimePart::Month),
    ("dd", TimePart::Day),
    ("HH", TimePart::Hour),
    ("mm", TimePart::Minute),
    ("ss", TimePart::Second),
    ("SSS", TimePart::Millisecond),
];

/// Since when a zone must have had its offset. No interface is older, so no request was ever signed at another one.
const SINCE: &str = "2000-01-01T00:00:00Z";

/// The pieces of a format.
///
/// # Errors
/// Says which letters stand for nothing.
pub fn parts(format: &str) -> Result<Vec<TimePart>, String> {
    let mut parts: Vec<TimePart> = Vec::new();
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        let (text, behind) = if first == '\'' {
            let (quoted, behind) = rest[1..]
                .split_once('\'')
                .ok_or("a quotation mark is not closed")?;
            // Two of them are one of the text, as in Java's formats.
            (if quoted.is_empty() { "'" } else { quoted }, behind)
        } else if first.is_ascii_alphabetic() {
            let end = rest.find(|c| c != first).unwrap_or(rest.len());
            let (letters, behind) = rest.split_at(end);
            let known = KNOWN.iter().find(|(known, _)| *known == letters);
            let (_, part) = known.ok_or(format!("`{letters}` stands for nothing"))?;
            parts.push(part.clone());
            rest = behind;
            continue;
        } else {
            rest.split_at(first.len_utf8())
        };
        match parts.last_mut() {
            Some(TimePart::Text(before)) => before.push_str(text),
            _ => parts.push(TimePart::Text(text.to_owned())),
        }
        rest = behind;
    }
    Ok(parts)
}

/// What `parts` knows, for a hint.
#[must_use]
pub fn known() -> String {
    KNOWN.map(|(letters, _)| letters).join(", ")
}

/// An offset in minutes.
///
/// # Errors
/// Says that there is no such offset.
pub fn minutes(hours: f64) -> Result<i16, String> {
    let minutes = hours * 60.0;
    if minutes.fract() == 0.0 && minutes.abs() <= 14.0 * 60.0 {
        // Whole and small: the cast is exact.
        Ok(minutes as i16)
    } else {
        Err(format!("there is no offset of {hours} hours"))
    }
}

/// The one offset of a zone, in minutes.
///
/// # Errors
/// Says why the zone has none.
pub fn zone(name: &str) -> Result<i16, String> {
    let zone = TimeZoneDatabase::bundled()
        .get(name)
        .map_err(|_| format!("there is no time zone `{name}`"))?;
    let since: Timestamp = SINCE.parse().map_err(|_| format!("{SINCE} is no time"))?;
    let first = zone.to_offset(since);
    // Rules repeat every year for ever; a zone that has any shows it among the first.
    let change = zone
        .following(since)
        .take(100)
        .find(|change| change.offset() != first);
    if let Some(change) = change {
        return Err(format!(
            "the offset of `{name}` is {first} and then {} from {}",
            change.offset(),
            change.timestamp()
        ));
    }
    match first.seconds() {
        seconds if seconds % 60 == 0 => i16::try_from(seconds / 60).map_err(|e| e.to_string()),
        seconds => Err(format!("the offset of `{name}` is {seconds} seconds")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_cut_into_pieces() {
        use TimePart::*;
        let text = |text: &str| Text(text.to_owned());
        assert_eq!(parts("yyyyMMdd"), Ok(vec![Year, Month, Day]));
        assert_eq!(
            parts("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"),
            Ok(vec![
                Year,
                text("-"),
                Month,
                text("-"),
                Day,
                text("T"),
                Hour,
                text(":"),
                Minute,
                text(":"),
                Second,
                text("."),
                Millisecond,
                text("Z"),
            ])
        );
        assert_eq!(
            parts("MM月dd日 'o''clock'''"),
            Ok(vec![Month, text("月"), Day, text("日 oclock'")])
        );
        for (wrong, letters) in [
            ("yyyyMMddhh", "`hh`"),
            ("yy", "`yy`"),
            ("yyyyTMM", "`T`"),
            ("yyyyyy", "`yyyyyy`"),
        ] {
            assert!(
                parts(wrong).is_err_and(|told| told.contains(letters)),
                "{wrong}"
            );
        }
        assert!(parts("yyyy'T").is_err());
    }

    #[test]
    fn a_zone_has_one_offset_or_is_refused() {
        for (name, minutes) in [
            ("Asia/Shanghai", 480),
            ("PRC", 480),
            ("Asia/Hong_Kong", 480),
            ("Asia/Kolkata", 330),
            ("Asia/Tokyo", 540),
            ("Etc/GMT+3", -180),
            ("UTC", 0),
        ] {
            assert_eq!(zone(name), Ok(minutes), "{name}");
        }
        // Clocks change every year; changed in 2014; changed twice, and back to what it was.
        for name in ["Europe/Berlin", "Europe/Moscow", "Asia/Pyongyang"] {
            assert!(
                zone(name).is_err_and(|told| told.contains("and then")),
                "{name}"
            );
        }
        assert!(zone("Asia/Beijing").is_err_and(|told| told.contains("no time zone")));
    }

    #[test]
    fn offsets_are_whole_minutes() {
        assert_eq!(minutes(5.75), Ok(345));
        assert_eq!(minutes(-3.5), Ok(-210));
        assert!(minutes(0.01).is_err());
        assert!(minutes(99.0).is_err());
    }
}
