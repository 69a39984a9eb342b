//! How one documented type reads each kind of JSON value.

use std::collections::BTreeMap;

use super::slot::{Entries, Inside, Items, Slot, View};
use super::{Field, Given, Mismatch, Personal, Promise, Text, precise};

/// A type that a [`Field`] can hold: what it makes of a value that arrives, and what it shows of itself.
pub trait Decode: Sized + 'static {
    /// What the document promises.
    const PROMISE: &'static Promise;

    /// Reads a value of the form that is promised.
    ///
    /// # Errors
    /// The type does not accept this value. The message must not hold it.
    fn decode(given: &Given<'_>) -> Result<Self, Mismatch>;

    /// What takes the things that are in a list or an object.
    fn inside(&mut self) -> Inside<'_> {
        Inside::Nothing
    }

    /// What it holds.
    fn view(&self) -> View<'_>;
}

impl Decode for Text {
    const PROMISE: &'static Promise = &Promise::scalar("text");

    // Inlined for what most fields are: given back through memory, three words are written one by one and read in pairs, for
    // which a processor waits.
    #[inline]
    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        match given {
            Given::Text(text) => Ok(text.keep()),
            other => spelled(other).map(Self::from),
        }
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

/// What is no text, as text.
#[cold]
fn spelled(given: &Given<'_>) -> Result<String, Mismatch> {
    Ok(match given {
        Given::Integer(number) => number.to_string(),
        Given::Fraction(spelt) => (*spelt).to_owned(),
        Given::Boolean(value) => value.to_string(),
        other => return Err(Text::PROMISE.broken(other)),
    })
}

impl Decode for Personal {
    const PROMISE: &'static Promise = Text::PROMISE;

    #[inline]
    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        match given {
            Given::Text(text) => Ok(text.keep().into()),
            other => spelled(other).map(Self::from),
        }
    }

    fn view(&self) -> View<'_> {
        View::Text(self.as_str())
    }
}

impl Decode for i64 {
    const PROMISE: &'static Promise = &Promise::scalar("an integer");

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        match given {
            Given::Text(text) => text
                .trim()
                .parse()
                .map_err(|_| Self::PROMISE.broken_by("text that is no integer")),
            Given::Integer(number) => Self::try_from(*number)
                .map_err(|_| Self::PROMISE.broken_by("an integer of more than 64 bits")),
            Given::Fraction(spelt) => {
                precise::integer(spelt).ok_or_else(|| Self::PROMISE.broken(given))
            }
            other => Err(Self::PROMISE.broken(other)),
        }
    }

    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

impl Decode for f64 {
    const PROMISE: &'static Promise = &Promise::scalar("a number");

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        let (text, otherwise) = match given {
            Given::Text(text) => (text.as_str().trim(), "text that is no number"),
            Given::Fraction(spelt) => (*spelt, "a number out of range"),
            #[allow(clippy::cast_precision_loss)] // a documented "number" is a binary float by JSON
            Given::Integer(number) => return Ok(*number as Self),
            other => return Err(Self::PROMISE.broken(other)),
        };
        match text.parse::<Self>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(Self::PROMISE.broken_by(otherwise)),
        }
    }

    fn view(&self) -> View<'_> {
        View::Number(*self)
    }
}

impl Decode for bool {
    const PROMISE: &'static Promise = &Promise::scalar("a boolean");

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        match given {
            Given::Text(text) => match text.trim() {
                "true" | "1" => Ok(true),
                "false" | "0" => Ok(false),
                _ => Err(Self::PROMISE.broken_by("text that is no boolean")),
            },
            Given::Integer(0) => Ok(false),
            Given::Integer(1) => Ok(true),
            Given::Integer(_) => Err(Self::PROMISE.broken_by("an integer that is neither 0 nor 1")),
            Given::Boolean(value) => Ok(*value),
            other => Err(Self::PROMISE.broken(other)),
        }
    }

    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl<T: Decode> Decode for Vec<T> {
    const PROMISE: &'static Promise = &Promise::LIST;

    fn decode(_: &Given<'_>) -> Result<Self, Mismatch> {
        Ok(Self::new())
    }

    fn inside(&mut self) -> Inside<'_> {
        Inside::Items(self)
    }

    fn view(&self) -> View<'_> {
        View::Items(self)
    }
}

impl<T: Decode> Items for Vec<T> {
    fn lend(&mut self, read: &mut dyn FnMut(&mut dyn Slot)) {
        read(&mut Next(self));
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

/// The place behind the last item of a list. An item is read where it stays: a row is large.
struct Next<'l, T>(&'l mut Vec<T>);

impl<T: Decode> Slot for Next<'_, T> {
    fn promise(&self) -> &'static Promise {
        T::PROMISE
    }

    fn take(&mut self, given: &Given<'_>) -> Result<Inside<'_>, Mismatch> {
        let list = &mut *self.0;
        match T::decode(given) {
            Ok(item) => list.push(item),
            Err(mismatch) => return Err(mismatch),
        }
        Ok(match list.last_mut() {
            Some(item) => item.inside(),
            None => Inside::Nothing,
        })
    }

    fn view(&self) -> View<'_> {
        View::Missing
    }
}

impl<T: Decode> Decode for BTreeMap<String, Field<T>> {
    const PROMISE: &'static Promise = &Promise::OBJECT;

    fn decode(_: &Given<'_>) -> Result<Self, Mismatch> {
        Ok(Self::new())
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
    const PROMISE: &'static Promise = T::PROMISE;

    fn decode(given: &Given<'_>) -> Result<Self, Mismatch> {
        T::decode(given).map(Self::new)
    }

    fn inside(&mut self) -> Inside<'_> {
        (**self).inside()
    }

    fn view(&self) -> View<'_> {
        (**self).view()
    }
}
