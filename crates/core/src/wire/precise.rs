//! Numbers where serde_json keeps their digits.
//!
//! A crate anywhere in a program may switch on serde_json's feature `arbitrary_precision`, for everybody. serde_json then gives
//! a number that is no integer of 64 bits as an object with one private key, whose value is its text. To a typed field that is a number all the same.

use std::sync::LazyLock;

use serde::de::Error;

use super::Given;

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

/// The number with these digits.
pub(super) fn number<E: Error>(text: &str) -> Result<Given<'static>, E> {
    if let Ok(integer) = text.parse::<i128>()
        && text != "-0"
    {
        return Ok(Given::Integer(integer));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Given::Fraction(number)),
        _ => Err(E::custom("number out of range")),
    }
}
