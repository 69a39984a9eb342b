//! How one documented type reads each kind of JSON value.

use std::collections::BTreeMap;

use super::slot::{Entries, Inside, Items, Slot, View};
use super::{Field, Given, Mismatch, Personal};

/// A type that a [`Field`] can hold: what it makes of a value that arrives, and what it shows of itself.
pub trait Decode: Sized + 'static {
    /// What the document promises, for error messages: `text`, `an integer`, …
    const EXPECTED: &'static str;

    /// Reads a value. `None` for a list or an object where none is documented: it must turn out to be empty.
    ///
    /// # Errors
    /// The type does not accept this value. The message must not hold it.
    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch>;

    /// What takes the things that are in a list or an object.
    fn inside(&mut self) -> Inside<'_> {
        Inside::Nothing
    }

    /// What it holds.
    fn view(&self) -> View<'_>;
}

/// What a type says that met something else.
fn mismatch<T: Decode, R>(found: &'static str) -> Result<R, Mismatch> {
    let expected = T::EXPECTED;
    Err(Mismatch { expected, found })
}

impl Decode for String {
    const EXPECTED: &'static str = "text";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        Ok(Some(match given {
            Given::Text(text) => text.to_owned(),
            Given::Integer(number) => number.to_string(),
            // The shortest text that denotes the number: exact up to 15 significant digits.
            Given::Fraction(number) => number.to_string(),
            Given::Boolean(value) => value.to_string(),
            Given::List | Given::Object => return Ok(None),
        }))
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl Decode for Personal {
    const EXPECTED: &'static str = String::EXPECTED;

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        Ok(String::decode(given)?.map(Self::from))
    }

    fn view(&self) -> View<'_> {
        View::Text(self.as_str())
    }
}

impl Decode for i64 {
    const EXPECTED: &'static str = "an integer";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        // 3.0 and 1e3 are integers that some servers write so; below 2^53 the reading is exact.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        match given {
            Given::Text(text) => match text.trim().parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => mismatch::<Self, _>("text that is no integer"),
            },
            Given::Integer(number) => match Self::try_from(number) {
                Ok(number) => Ok(Some(number)),
                Err(_) => mismatch::<Self, _>("an integer of more than 64 bits"),
            },
            #[allow(clippy::cast_possible_truncation)] // checked beside it
            Given::Fraction(number) if number.fract() == 0.0 && number.abs() < EXACT => {
                Ok(Some(number as Self))
            }
            other => other.refused(Self::EXPECTED).map(|()| None),
        }
    }

    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

impl Decode for f64 {
    const EXPECTED: &'static str = "a number";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        match given {
            Given::Text(text) => match text.trim().parse::<Self>() {
                Ok(number) if number.is_finite() => Ok(Some(number)),
                _ => mismatch::<Self, _>("text that is no number"),
            },
            #[allow(clippy::cast_precision_loss)] // a documented "number" is a binary float by JSON
            Given::Integer(number) => Ok(Some(number as Self)),
            Given::Fraction(number) => Ok(Some(number)),
            other => other.refused(Self::EXPECTED).map(|()| None),
        }
    }

    fn view(&self) -> View<'_> {
        View::Number(*self)
    }
}

impl Decode for bool {
    const EXPECTED: &'static str = "a boolean";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        match given {
            Given::Text(text) => match text.trim() {
                "true" | "1" => Ok(Some(true)),
                "false" | "0" => Ok(Some(false)),
                _ => mismatch::<Self, _>("text that is no boolean"),
            },
            Given::Integer(0) => Ok(Some(false)),
            Given::Integer(1) => Ok(Some(true)),
            Given::Integer(_) => mismatch::<Self, _>("an integer that is neither 0 nor 1"),
            Given::Boolean(value) => Ok(Some(value)),
            other => other.refused(Self::EXPECTED).map(|()| None),
        }
    }

    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        match given {
            Given::List => Ok(Some(Self::new())),
            other => other.refused(Self::EXPECTED).map(|()| None),
        }
    }

    fn inside(&mut self) -> Inside<'_> {
        Inside::Items(self)
    }

    fn view(&self) -> View<'_> {
        View::Items(self)
    }
}

impl<T: Decode> Items for Vec<T> {
    fn lend(&mut self, read: &mut dyn FnMut(&mut dyn Slot) -> bool) {
        let mut item = Field::Missing;
        if read(&mut item)
            && let Field::Value(item) = item
        {
            // By a quarter and not to the double: replies are kept, and what is not filled is kept with them.
            if self.len() == self.capacity() {
                self.reserve_exact(self.len() / 4 + 4);
            }
            self.push(item);
        }
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> View<'_> {
        match self.get(index) {
            Some(item) => item.view(),
            None => View::Missing,
        }
    }
}

impl<T: Decode> Decode for BTreeMap<String, Field<T>> {
    const EXPECTED: &'static str = "an object";

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        Ok(given.is_object()?.then(Self::new))
    }

    fn inside(&mut self) -> Inside<'_> {
        Inside::Entries(self)
    }

    fn view(&self) -> View<'_> {
        View::Entries(self)
    }
}

impl<T: Decode> Entries for BTreeMap<String, Field<T>> {
    fn lend(&mut self, key: String, read: &mut dyn FnMut(&mut dyn Slot) -> bool) {
        let mut value = Field::Missing;
        if read(&mut value) {
            self.insert(key, value);
        }
    }

    fn each(&self, see: &mut dyn FnMut(&str, View<'_>)) {
        for (key, value) in self {
            see(key, value.view());
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn decode(given: Given<'_>) -> Result<Option<Self>, Mismatch> {
        Ok(T::decode(given)?.map(Self::new))
    }

    fn inside(&mut self) -> Inside<'_> {
        (**self).inside()
    }

    fn view(&self) -> View<'_> {
        (**self).view()
    }
}
