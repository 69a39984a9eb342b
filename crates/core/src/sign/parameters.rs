//! A request's parameters as one text, in an order that both sides can tell.

use super::apply::Sources;
use super::stage::Text;
use super::{Escape, Part, Place, SignError};

/// Which parameters are signed, and how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// The request's own parameters that travel here.
    pub places: &'static [Place],
    /// Of these, the names that are left out.
    pub without: &'static [&'static str],
    /// Further pairs that are not the request's own: fields that the recipe sends, or a secret that nobody sends.
    pub with: &'static [(&'static str, &'static [Part])],
    /// Whether a pair with an empty value is left out.
    pub skip_empty: bool,
    /// The order.
    pub order: Order,
    /// What is written of each pair.
    pub shown: Shown,
    /// What stands between two pairs.
    pub separator: &'static str,
    /// How names and values are escaped, after they were ordered; `None`: as they are.
    pub escape: Option<Escape>,
}

/// The order of parameters. Texts are compared byte by byte in UTF-8, so capitals come before small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// As the document lists them, then [`Parameters::with`].
    Documented,
    /// By name; equal names by value.
    Name,
    /// By value; equal values by name.
    Value,
}

impl Order {
    /// The pairs in this order. They are few, so each is put into its place: a sort would be compiled for their type.
    fn of(self, pairs: Vec<(&str, Text)>) -> Vec<(&str, Text)> {
        let stays_before = |a: &(&str, Text), b: &(&str, Text)| {
            let (names, values) = (a.0.cmp(b.0), a.1.open.cmp(&b.1.open));
            match self {
                Order::Documented => true,
                Order::Name => names.then(values).is_le(),
                Order::Value => values.then(names).is_le(),
            }
        };
        let mut ordered = Vec::with_capacity(pairs.len());
        for pair in pairs {
            let place = ordered.partition_point(|before| stays_before(before, &pair));
            ordered.insert(place, pair);
        }
        ordered
    }
}

/// What is written of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shown {
    /// Name and value, with this text between them.
    Pairs(&'static str),
    /// The name alone.
    Names,
    /// The value alone.
    Values,
}

impl Parameters {
    /// The parameters as one text. What is asked is personal, so its values are masked.
    pub(super) fn write(&self, sources: &Sources<'_>) -> Result<Text, SignError> {
        let own = sources.signing.request.parameters.iter();
        let own = own
            .filter(|(place, name, _)| {
                self.places.contains(place) && !self.without.contains(&name.as_str())
            })
            .map(|(_, name, value)| (name.as_str(), Text::hidden(value)));
        let mut pairs: Vec<(&str, Text)> = own.collect();
        for (name, parts) in self.with {
            pairs.push((name, sources.join(parts, "")?));
        }
        if self.skip_empty {
            pairs.retain(|(_, value)| !value.open.is_empty());
        }
        let mut text = Text::default();
        for (index, (name, value)) in self.order.of(pairs).into_iter().enumerate() {
            if index > 0 {
                text.push_open(self.separator);
            }
            let name = self.escaped(Text::open(name));
            let value = self.escaped(value);
            match self.shown {
                Shown::Pairs(between) => {
                    text.push(&name);
                    text.push_open(between);
                    text.push(&value);
                }
                Shown::Names => text.push(&name),
                Shown::Values => text.push(&value),
            }
        }
        Ok(text)
    }

    fn escaped(&self, text: Text) -> Text {
        match self.escape {
            None => text,
            Some(escape) => text.map(|open| escape.write(open)),
        }
    }
}
