//! Numbers as they are spelt.
//!
//! serde_json tells what a number is and not how it is spelt, and a binary float has 15 digits that can be relied on: of an amount with
//! more, the last would be made up. Whoever notes where values stand (`json/`) knows the spelling, and tells it instead of the number to those
//! who ask for it by [`Spelt`], as bytes, which JSON has none of.
//!
//! Besides, a crate anywhere in a program may switch on serde_json's feature `arbitrary_precision`, for everybody. serde_json then gives
//! a number that is no integer of 64 bits as an object with one private key, whose value is its text. To a typed field that is a number all the same.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::Given;

/// The name of [`Spelt`] to serde.
pub(crate) const SPELT: &str = "$zhixing_core::wire::Spelt";

/// Around what takes the spelling of numbers. To serde it is a newtype struct, whose name is all that a reader is told.
pub(crate) struct Spelt<S>(pub(crate) S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Spelt<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_newtype_struct(SPELT, self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Spelt<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(inner)
    }
}

const KEY: &str = "$serde_json::private::Number";

/// Whether the feature is on in this program: a number then keeps digits that no binary float holds.
static ON: LazyLock<bool> = LazyLock::new(|| {
    const DIGITS: &str = "0.12345678901234567890";
    let number = DIGITS.parse::<serde_json::Number>();
    number.is_ok_and(|number| number.to_string() == DIGITS)
});

/// Whether an object with this key is such a number.
pub(super) fn is_key(key: &str) -> bool {
    key == KEY && *ON
}

/// The number that is spelt so.
pub(super) fn number(spelt: &str) -> Given<'_> {
    match spelt.parse::<i128>() {
        Ok(integer) if spelt != "-0" => Given::Integer(integer),
        _ => Given::Fraction(spelt),
    }
}

/// The integer that a number with a fraction or an exponent is: some servers write 3.0 and 1e3. Exactly, or not at all.
pub(super) fn integer(spelt: &str) -> Option<i64> {
    let (plain, exponent) = spelt.split_once(['e', 'E']).unwrap_or((spelt, "0"));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    if digits == 0 {
        return Some(0);
    }
    let places = i64::try_from(fraction.len()).ok()?;
    let shift = exponent.parse::<i64>().ok()?.checked_sub(places)?;
    let power = 10_i128.checked_pow(u32::try_from(shift.unsigned_abs()).ok()?)?;
    let integer = if shift < 0 {
        (digits % power == 0).then_some(digits / power)
    } else {
        digits.checked_mul(power)
    };
    i64::try_from(integer?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_point_or_an_exponent_may_be_an_integer() {
        for (spelt, value) in [
            ("3.0", 3),
            ("-3.00", -3),
            ("-0", 0),
            ("0e999999999999", 0),
            ("1e3", 1_000),
            ("1.5E+1", 15),
            ("1500e-2", 15),
            // Above 2^53 a binary float no longer holds every integer; 2^63 - 1 is the largest there is room for.
            ("1e17", 100_000_000_000_000_000),
            ("9007199254740993.0", 9_007_199_254_740_993),
            ("9.223372036854775807e18", i64::MAX),
            ("-9223372036854775808.0", i64::MIN),
        ] {
            assert_eq!(integer(spelt), Some(value), "{spelt}");
        }
        for spelt in [
            "0.5",
            "-1.50",
            "15e-1",
            "1e-1",
            "9.223372036854775808e18",
            "1e300",
            "1e-300",
            "1e99999999999999999999",
        ] {
            assert_eq!(integer(spelt), None, "{spelt}");
        }
    }
}
