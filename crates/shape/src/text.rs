//! What a text gives away without being kept: its form, and whether it may be shown.

/// Whether a text is a short code, the only kind of value that may get into a schema: up to three
/// digits, a letter with up to three digits, or words of ASCII capitals joined by `_`. Names and
/// numbers of people, organisations and cases are none of these.
#[must_use]
pub fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |bytes: &[u8]| bytes.len() <= 3 && bytes.iter().all(u8::is_ascii_digit);
    match bytes {
        [] => false,
        [first, rest @ ..] if first.is_ascii_alphabetic() && digits(rest) => true,
        _ if digits(bytes) => true,
        _ => {
            bytes.len() <= 20
                && bytes[0].is_ascii_uppercase()
                && bytes.iter().all(|b| b.is_ascii_uppercase() || *b == b'_')
        }
    }
}

/// Surnames of most Chinese people that begin hardly any field's name.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙朱胡郭林何罗郑梁谢宋唐许邓韩冯曹彭曾";

/// Whether a key is itself a value: a number of an identity or a case, a day, an address, a name.
#[must_use]
pub fn is_data_key(key: &str) -> bool {
    let is_name = (2..=4).contains(&key.chars().count())
        && key.chars().all(is_chinese)
        && key.chars().next().is_some_and(|c| SURNAMES.contains(c));
    is_name
        || key.is_empty()
        || key.bytes().filter(u8::is_ascii_digit).count() >= 4
        || key.chars().count() > 48
        || key.chars().any(|c| "@（）()/:".contains(c)) && key.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a character is a Chinese one.
pub(crate) fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What a field's name says of the people in it, as a value of `x-sensitive`.
#[must_use]
pub fn sensitive_key(key: &str) -> Option<&'static str> {
    let key: String = key
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let holds = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if holds(&[
        "idcard",
        "idno",
        "identity",
        "certno",
        "cardnum",
        "身份证",
        "证件号",
    ]) {
        Some("identity-number")
    } else if holds(&["mobile", "phone", "telephone", "电话", "手机"]) || key.ends_with("tel") {
        Some("telephone")
    } else if holds(&["address", "地址", "住址", "住所"]) || key.ends_with("addr") {
        Some("address")
    } else if holds(&[
        "personname",
        "realname",
        "opername",
        "legalperson",
        "姓名",
        "法定代表人",
    ]) || [
        "name",
        "names",
        "iname",
        "xm",
        "surname",
        "fullname",
        "username",
        "customername",
    ]
    .contains(&key.as_str())
    {
        Some("name")
    } else {
        None
    }
}

/// Whether a field's name says that it counts something, so that its few small values are no codes.
pub(crate) fn counts(key: &str) -> bool {
    let key = key.to_lowercase();
    [
        "total", "num", "count", "size", "page", "index", "skip", "limit", "数", "页",
    ]
    .iter()
    .any(|word| key.contains(word))
}

/// Whether a field's name says that it holds money.
pub(crate) fn names_money(key: &str) -> bool {
    let key = key.to_lowercase();
    ["amount", "money", "金额", "标的"]
        .iter()
        .any(|word| key.contains(word))
}

/// Whether a field's name says that it identifies something: its digits are no number.
pub(crate) fn identifies(key: &str) -> bool {
    let lower = key.to_lowercase();
    ["id", "no", "code", "number", "key", "type", "status"]
        .iter()
        .any(|word| lower == *word || lower.ends_with(word))
        || ["号", "码", "编"].iter().any(|word| key.contains(word))
}

/// The form of a date with a day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DateForm {
    Dashes,
    Slashes,
    Dots,
    Chinese,
    ChineseWithBlanks,
    WithTime,
}

pub(crate) fn date_form(text: &str) -> Option<DateForm> {
    let day = |parts: &[&str]| -> Option<()> {
        let [year, month, day] = parts else {
            return None;
        };
        let digits = |s: &str, most: usize| {
            let fits = !s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| s.parse::<u32>().ok()).flatten()
        };
        let year = digits(year, 4).filter(|y| (1900..2200).contains(y))?;
        let month = digits(month, 2)?;
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let longest = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        digits(day, 2)
            .filter(|day| (1..=longest).contains(day))
            .map(drop)
    };
    for (mark, form) in [
        ('-', DateForm::Dashes),
        ('/', DateForm::Slashes),
        ('.', DateForm::Dots),
    ] {
        if text.contains(mark) {
            let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
            day(&date.split(mark).collect::<Vec<_>>())?;
            return if time.is_empty() {
                (date.len() == text.len()).then_some(form)
            } else {
                is_time(time).then_some(DateForm::WithTime)
            };
        }
    }
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    let parts: Vec<&str> = plain.strip_suffix('日')?.split(['年', '月']).collect();
    day(&parts)?;
    Some(if plain.len() == text.len() {
        DateForm::Chinese
    } else {
        DateForm::ChineseWithBlanks
    })
}

fn is_time(text: &str) -> bool {
    let text = text.trim_end_matches('Z');
    let text = text.split_once(['.', '+']).map_or(text, |(time, _)| time);
    let parts: Vec<&str> = text.split(':').collect();
    (2..=3).contains(&parts.len())
        && parts
            .iter()
            .all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))
}

/// `（2016）鲁0304执字第86号` and its likes.
pub(crate) fn is_case_number(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|c| "（(〔[".contains(c))
        && text.chars().skip(1).take(4).all(|c| c.is_ascii_digit())
        && text.chars().nth(5).is_some_and(|c| "）)〕]".contains(c))
        && text.contains('号')
}

/// A number as a vendor would write one that is meant as a number: no leading zeros, not as long as
/// an identity number.
pub(crate) fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole)
        && all_digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && whole.len() <= 12
}

/// Whether a whole number of milliseconds is a midnight in Beijing between 1990 and 2100.
pub(crate) fn is_midnight_in_beijing(milliseconds: i64) -> bool {
    (631_152_000_000..4_102_444_800_000).contains(&milliseconds)
        && (milliseconds + 8 * 3_600_000) % 86_400_000 == 0
}

/// Eighteen characters of a resident's identity number.
pub(crate) fn is_identity_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && (bytes[17].is_ascii_digit() || bytes[17].eq_ignore_ascii_case(&b'X'))
}

/// Eleven digits of a mobile telephone.
pub(crate) fn is_mobile(text: &str) -> bool {
    text.len() == 11 && text.starts_with('1') && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_may_be_shown() {
        for code in ["0", "1", "213", "A", "Y", "a01", "ON_HOLD", "OPEN"] {
            assert!(is_code(code), "{code}");
        }
        for other in [
            "",
            "1000",
            "张三",
            "Zhang",
            "zhangsan",
            "96574785-6",
            "ON HOLD",
            "-1",
            "_X",
            "已终本",
        ] {
            assert!(!is_code(other), "{other}");
        }
    }

    #[test]
    fn keys_that_are_data() {
        for key in [
            "2023",
            "2023-01-02",
            "110101199001011234",
            "（2016）鲁0304执86号",
            "a@b1",
            "张三",
            "",
        ] {
            assert!(is_data_key(key), "{key}");
        }
        for key in ["CaseNo", "注册资本", "金额(USD/元)", "addr2Street", "md5"] {
            assert!(!is_data_key(key), "{key}");
        }
    }

    #[test]
    fn dates_have_a_day_that_exists() {
        for (text, form) in [
            ("2016-01-05", DateForm::Dashes),
            ("2024/2/29", DateForm::Slashes),
            ("2019年05月23日", DateForm::Chinese),
            ("2019 年 05 月 10 日", DateForm::ChineseWithBlanks),
            ("2019-01-08 10:00:00", DateForm::WithTime),
            ("2019-01-08T10:00:00.5+08:00", DateForm::WithTime),
        ] {
            assert_eq!(date_form(text), Some(form), "{text}");
        }
        for text in [
            "2023-02-29",
            "2016-13-01",
            "965747856",
            "96574785-6",
            "2016-01",
            "1.2.3",
            "2016-01-05 abc",
            "年月日",
            "",
        ] {
            assert_eq!(date_form(text), None, "{text}");
        }
    }

    #[test]
    fn case_numbers_and_midnights() {
        assert!(is_case_number("（2022）苏 1311民初 3200号"));
        assert!(is_case_number("(2018)苏0581执5877号"));
        assert!(!is_case_number("（二）号"));
        // 2023-02-15T00:00 in Beijing, from the comment in a transcribed schema, and an hour later.
        assert!(is_midnight_in_beijing(1_676_390_400_000));
        assert!(!is_midnight_in_beijing(1_676_394_000_000));
    }
}
