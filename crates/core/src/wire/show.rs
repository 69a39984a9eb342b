//! Writing fields whose types are not known here.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Empty;
use super::slot::{Entries, Items, Object, Show, Slot, View};

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            View::Missing | View::Unreadable | View::Nothing(Empty::Null) => {
                serializer.serialize_unit()
            }
            View::Nothing(Empty::Text) => serializer.serialize_str(""),
            View::Nothing(Empty::List) => serializer.serialize_seq(Some(0))?.end(),
            View::Nothing(Empty::Object) => serializer.serialize_map(Some(0))?.end(),
            View::Text(text) => serializer.serialize_str(text),
            View::Integer(number) => serializer.serialize_i64(number),
            View::Number(number) => serializer.serialize_f64(number),
            View::Boolean(value) => serializer.serialize_bool(value),
            View::Choice(value, integer) => choice(value, integer, serializer),
            View::Items(list) => items(list, serializer),
            View::Object(object) => members(object, serializer),
            View::Entries(map) => entries(map, serializer),
            View::Json(value) => value.serialize(serializer),
        }
    }
}

/// Writes the value of an enumeration as the type that the document gives it.
pub(super) fn choice<S: Serializer>(
    value: &str,
    integer: bool,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // "01" is no number on the wire, and as the number 1 it would turn into a documented value.
    if integer
        && let Ok(number) = value.parse::<i64>()
        && number.to_string() == value
    {
        return serializer.serialize_i64(number);
    }
    serializer.serialize_str(value)
}

fn items<S: Serializer>(list: &dyn Items, serializer: S) -> Result<S::Ok, S::Error> {
    let mut written = serializer.serialize_seq(Some(list.count()))?;
    for index in 0..list.count() {
        written.serialize_element(&list.item(index))?;
    }
    written.end()
}

/// Writes a generated struct: its fields that hold something, then what no field takes.
pub(super) fn members<S: Serializer>(
    object: &dyn Object,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let map = serializer.serialize_map(None)?;
    let written = Ok(());
    let mut fields = Fields { map, written };
    object.show(&mut fields);
    let Fields { mut map, written } = fields;
    written?;
    for (key, value) in object.extra().iter() {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// Writes the fields that hold something.
struct Fields<M: SerializeMap> {
    map: M,
    written: Result<(), M::Error>,
}

impl<M: SerializeMap> Show for Fields<M> {
    fn field(&mut self, key: &'static str, field: &dyn Slot) {
        let view = field.view();
        if self.written.is_ok() && !matches!(view, View::Missing | View::Unreadable) {
            self.written = self.map.serialize_entry(key, &view);
        }
    }
}

fn entries<S: Serializer>(entries: &dyn Entries, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut written = Ok(());
    entries.each(&mut |key, view| {
        if written.is_ok() {
            written = map.serialize_entry(key, &view);
        }
    });
    written?;
    map.end()
}
