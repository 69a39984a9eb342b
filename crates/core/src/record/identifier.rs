//! Numbers that identify a debtor, and their check digits.
//!
//! One field of a vendor holds a credit code for one debtor and an identity number for the next, printed whole, masked
//! or mistyped. The form is recognised and its check digit computed as **advice**: real data fails the checks often,
//! and a number that fails is still the number that the court published. Nothing is dropped or repaired.

use serde::{Deserialize, Deserializer, Serialize};

use super::blank::is_blank;
use super::check_digit;
use super::date::Date;
use super::raw::reread;
use super::width::compact;
use crate::personal::Personal;

/// The standard that a number is written by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// 统一社会信用代码, GB 32100-2015, 18 characters.
    UnifiedSocialCreditCode,
    /// 组织机构代码, GB 11714-1997, 8 characters and a check character, with a hyphen or without.
    OrganisationCode,
    /// 公民身份号码, GB 11643-1999, 18 characters.
    IdentityNumber,
    /// 工商注册号, GS 15-2006, 15 digits.
    RegistrationNumber,
}

/// What the check digit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The check digit is the one that the standard asks for.
    Passed,
    /// It is another one.
    Failed,
    /// Masked, or of no form known here.
    NotChecked,
}

/// A number of a person or an organisation as the vendor wrote it, with advice on its form.
///
/// The text is [`Personal`]: `Debug` masks it.
///
/// ```
/// use zhixing_core::record::{Check, Form, Identifier};
///
/// let number = Identifier::parse("96574785-6").unwrap();
/// assert_eq!((number.form(), number.check()), (Some(Form::OrganisationCode), Check::Passed));
///
/// let masked = Identifier::parse("3205811977****2512").unwrap();
/// assert_eq!((masked.form(), masked.check()), (None, Check::NotChecked));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Identifier {
    /// The text as the vendor sent it.
    raw: Personal,
    /// The standard it is written by; absent where that is not certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<Form>,
    /// What its check digit says. Advice: numbers that fail are common in real data.
    check: Check,
}

impl Identifier {
    /// Recognises a number by its shape; `None` only for a [blank](super::is_blank) text.
    ///
    /// Shapes overlap in three places. Eighteen digits of which the first is 1 to 8 are an identity number where the check digit
    /// agrees and a date of birth is in its place, or else a credit code where that check digit and the one of the organisation
    /// code in it agree, or else an identity number where there is a date of birth, or else nothing that is certain. Fifteen digits with a date in the
    /// middle may be an identity number of before 1999, which has no check digit, and a letter with eight digits a passport: they
    /// have no form here. Nor have masks and zeros.
    pub fn parse(raw: &str) -> Option<Self> {
        (!is_blank(raw)).then(|| Self::read(raw))
    }

    fn read(raw: &str) -> Self {
        let (form, check) = match recognise(raw) {
            Some((form, true)) => (Some(form), Check::Passed),
            Some((form, false)) => (Some(form), Check::Failed),
            None => (None, Check::NotChecked),
        };
        Self {
            raw: raw.into(),
            form,
            check,
        }
    }

    /// The text as the vendor sent it.
    pub fn raw(&self) -> &Personal {
        &self.raw
    }

    /// The standard it is written by, where that is certain.
    pub fn form(&self) -> Option<Form> {
        self.form
    }

    /// What its check digit says.
    pub fn check(&self) -> Check {
        self.check
    }
}

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reread(deserializer, Self::read)
    }
}

/// The form, and whether the check digit agrees.
fn recognise(raw: &str) -> Option<(Form, bool)> {
    let text = compact(raw);
    // An X is a character of some forms, two small ones side by side or three are a mask.
    if !text.is_ascii() || text.contains("xx") || text.contains("XXX") {
        return None;
    }
    let text = text.to_ascii_uppercase();
    let only = |it: &str| text.chars().all(|c| it.contains(c));
    // Two of them between digits as well. And zeros are what stands where nothing is known.
    if text.contains("XX") && only("0123456789X") || only("0-") {
        return None;
    }
    match text.len() {
        9 if is_travel_document(&text) => None,
        9 | 10 => {
            check_digit::organisation_code(&text).map(|passed| (Form::OrganisationCode, passed))
        }
        15 => {
            let passed = check_digit::registration_number(&text)?;
            let birth = numbers(&text, [6..8, 8..10, 10..12])
                .and_then(|[y, m, d]| Date::new(1900 + y, m as u8, d as u8));
            birth
                .is_none()
                .then_some((Form::RegistrationNumber, passed))
        }
        18 => eighteen(&text),
        _ => None,
    }
}

/// A letter and eight digits: passports are printed so, and organisation codes too, but with a hyphen mostly.
fn is_travel_document(text: &str) -> bool {
    let (letter, digits) = text.split_at(1);
    letter.chars().all(|c| c.is_ascii_uppercase()) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn eighteen(text: &str) -> Option<(Form, bool)> {
    // Its characters 3 to 8 are those of a region, and 9 to 17 are an organisation code.
    let region = text.get(2..8)?.bytes().all(|b| b.is_ascii_digit());
    let credit = check_digit::unified_social_credit_code(text).filter(|_| region);
    let inner = text.get(8..17).and_then(check_digit::organisation_code);
    let credit = credit.map(|passed| (Form::UnifiedSocialCreditCode, passed));
    let Some(passed) = check_digit::identity_number(text).filter(|_| is_a_persons(text)) else {
        return credit;
    };
    let birth = numbers(text, [6..10, 10..12, 12..14])
        .filter(|[year, ..]| (1850..2100).contains(year))
        .and_then(|[y, m, d]| Date::new(y, m as u8, d as u8));
    match (passed, credit, birth) {
        (true, _, Some(_)) => Some((Form::IdentityNumber, true)),
        // One check digit of 31 agrees by chance, two of them hardly.
        (_, Some((form, true)), _) if inner == Some(true) => Some((form, true)),
        (passed, _, Some(_)) => Some((Form::IdentityNumber, passed)),
        _ => None,
    }
}

/// Identity numbers begin with the digits of a province, 1 to 8; a credit code that begins with 9 is that of a company.
fn is_a_persons(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'8', ..])
}

fn numbers(text: &str, ranges: [std::ops::Range<usize>; 3]) -> Option<[u16; 3]> {
    let [a, b, c] = ranges.map(|range| text.get(range).and_then(|digits| digits.parse().ok()));
    Some([a?, b?, c?])
}

/// Whether a text holds an identity number by its check digit and day of birth, whatever stands around it and divides it.
pub(crate) fn holds_identity_number(text: &str) -> bool {
    let text: String = compact(text).chars().filter(|c| !is_hyphen(*c)).collect();
    let mut runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    runs.any(|run| {
        (0..run.len()).any(|from| {
            let number = run.get(from..from + 18);
            number.and_then(recognise) == Some((Form::IdentityNumber, true))
        })
    })
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn advice(raw: &str) -> (Option<Form>, Check) {
        let it = Identifier::parse(raw).unwrap();
        assert_eq!(it.raw().as_str(), raw);
        (it.form(), it.check())
    }

    /// Numbers of people that would pass for those of companies, by the check digit of one standard or by shape.
    #[test]
    fn what_may_be_anothers_number_has_no_form() {
        for raw in [
            // A passport.
            "G12345678",
            // Identity numbers with a month that there is not, and with a masked birthday.
            "11010519491331002X",
            "110105194913310021",
            "320581197700002512",
            // One of before 1999, which agrees with a registration number's check digit.
            "110105491231002",
            "1101051949XX31002X",
            "000000000",
            "00000000-0",
            "000000000000000000",
        ] {
            assert_eq!(advice(raw), (None, Check::NotChecked), "{raw}");
        }
        // A wrong check digit beside a date of birth: a typing error in an identity number, though 31 divides it.
        let failed = (Some(Form::IdentityNumber), Check::Failed);
        assert_eq!(advice("110105196205230042"), failed);
        let failed = (Some(Form::UnifiedSocialCreditCode), Check::Failed);
        assert_eq!(advice("913100001322600180"), failed);
    }

    #[test]
    fn numbers_of_the_documents() {
        for raw in [
            "96574785-6",
            "965747856",
            "30637425-9",
            "051287830",
            "MA2CC1X5-0",
            "ma2cc1x50",
            " 96574785－6",
        ] {
            assert_eq!(
                advice(raw),
                (Some(Form::OrganisationCode), Check::Passed),
                "{raw}"
            );
        }
        assert_eq!(
            advice("96574785-7"),
            (Some(Form::OrganisationCode), Check::Failed)
        );
    }

    #[test]
    fn other_forms() {
        use Form::*;
        for (raw, form, check) in [
            ("91350100M000100Y43", UnifiedSocialCreditCode, Check::Passed),
            ("91110000802100433B", UnifiedSocialCreditCode, Check::Passed),
            ("91320594758983201R", UnifiedSocialCreditCode, Check::Failed),
            ("11010519491231002X", IdentityNumber, Check::Passed),
            ("11010519491231002x", IdentityNumber, Check::Passed),
            ("110105194912310021", IdentityNumber, Check::Failed),
            // Check digit computed with a separate program (ISO 7064 MOD 11,10 in Python).
            ("110108000000016", RegistrationNumber, Check::Passed),
            ("110000000000010", RegistrationNumber, Check::Failed),
        ] {
            assert_eq!(advice(raw), (Some(form), check), "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_checked() {
        for raw in [
            "3205811977****2512",
            "110105********002X",
            "xxxxxxxxxxdd201442",
            "XXXXXXXXXXXXXXXXXX",
            "1101051949xxxx0021",
            "110105491231003",
            "12345",
            "965747856-",
            "９６５７４７８５×",
            "91350100M000100I43",
            "张德洲",
            "96574785 - 6 - 1",
        ] {
            assert_eq!(advice(raw), (None, Check::NotChecked), "{raw}");
        }
        assert_eq!(Identifier::parse("-"), None);
    }

    #[test]
    fn debug_masks_the_number() {
        let text = format!("{:?}", Identifier::parse("11010519491231002X"));
        assert!(!text.contains("1949") && text.contains("masked"), "{text}");
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_raw_text(raw in prop_oneof![any::<String>(), "[0-9A-Zx*\\-]{9,18}", "[0-9]{15}", "[0-9]{18}"]) {
            if let Some(it) = Identifier::parse(&raw) {
                prop_assert_eq!(it.raw().as_str(), raw);
                prop_assert_eq!(it.form().is_none(), it.check() == Check::NotChecked);
            }
        }
    }
}
