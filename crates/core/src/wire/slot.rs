//! Fields, lists and objects without their types.
//!
//! A vendor's crate has hundreds of types, and what is generic over them is compiled for each: a reader of JSON alone is a thousand
//! lines for every type that it reads into. So generated types are reached through these traits, which ask little of each, and all
//! that reads (`fill.rs`) and writes (`show.rs`) is compiled once, here.

use serde_json::Value;

use super::{Empty, Extra, Given, Mismatch, Promise};

/// Where a value is read into: a [`Field`](super::Field) of some type.
pub trait Slot {
    /// What the document promises.
    fn promise(&self) -> &'static Promise;

    /// Takes what arrives, nothing or a value in the form that is promised, and gives what takes the things that are in it.
    ///
    /// # Errors
    /// It is another value than the document promises.
    fn take(&mut self, given: &Given<'_>) -> Result<Inside<'_>, Mismatch>;

    /// What is there.
    fn view(&self) -> View<'_>;
}

/// What takes the things that are in a value.
pub enum Inside<'s> {
    /// There are none, or there must be none.
    Nothing,
    /// The items of a list.
    Items(&'s mut dyn Items),
    /// The fields of a generated struct.
    Object(&'s mut dyn Object),
    /// The entries of an object whose keys are data.
    Entries(&'s mut dyn Entries),
    /// All of it, of whatever type.
    Json(&'s mut Value),
}

/// What a field holds.
#[derive(Clone, Copy)]
pub enum View<'s> {
    /// There is no field.
    Missing,
    /// Nothing, said in that way.
    Nothing(Empty),
    /// What the field does not take, and its struct keeps.
    Unreadable,
    /// Text.
    Text(&'s str),
    /// An integer.
    Integer(i64),
    /// A number.
    Number(f64),
    /// `true` or `false`
    Boolean(bool),
    /// The value of an enumeration, and whether those are integers.
    Choice(&'s str, bool),
    /// A list.
    Items(&'s dyn Items),
    /// A generated struct.
    Object(&'s dyn Object),
    /// An object whose keys are data.
    Entries(&'s dyn Entries),
    /// Whatever it was.
    Json(&'s Value),
}

/// A list.
pub trait Items {
    /// Lends a place for one more item, which is there from when it takes a value. (Whoever reads gives up all that was read when
    /// something in it is wrong.)
    fn lend(&mut self, read: &mut dyn FnMut(&mut dyn Slot));

    /// How many there are.
    fn count(&self) -> usize;

    /// One of them.
    fn item(&self, index: usize) -> View<'_>;
}

/// An object whose keys are data.
pub trait Entries {
    /// Lends a place for the value under that key. It is kept if the borrower says that it was read.
    fn lend(&mut self, key: String, read: &mut dyn FnMut(&mut dyn Slot) -> bool);

    /// Shows all entries, by their keys.
    fn each(&self, see: &mut dyn FnMut(&str, View<'_>));
}

/// Who is shown the fields of a struct. (No closure: without optimisation each call of one is four times the code.)
pub trait Show {
    /// One field, under its key.
    fn field(&mut self, key: &'static str, field: &dyn Slot);
}

/// The fields of a struct, in the document's order.
pub struct Fields<'s, 'f> {
    /// Their keys.
    pub keys: &'static [&'static str],
    /// The field of each key.
    pub slots: &'s mut [&'f mut dyn Slot],
    /// What no field takes.
    pub extra: &'s mut Extra,
}

/// A struct whose fields are [`Field`](super::Field)s. Implemented by [`objects!`](super::objects).
pub trait Object {
    /// Lends all fields to be filled. All at once: to look for a key is written once then, and not compiled for every struct.
    fn lend(&mut self, fill: &mut dyn FnMut(Fields<'_, '_>));

    /// Shows all fields, in the document's order.
    fn show(&self, to: &mut dyn Show);

    /// What no field takes.
    fn extra(&self) -> &Extra;
}
