//! What the document leaves open.
//!
//! The one document that signs its replies fixes the text for strings, booleans, plain numbers and empty containers inside
//! the payload. For everything else a choice had to be made; each has a name here, a default, and the reason for it, so
//! that a real reply that fails to verify can be tried against the other choices.

/// The choices for what the document leaves open. [`Policy::DEFAULT`] is what a vendor gets if its file says nothing.
///
/// ```
/// use zhixing_core::flatten::{Null, Policy, flatten};
///
/// const POLICY: Policy = Policy { null: Null::Empty, ..Policy::DEFAULT };
/// let mut text = Vec::new();
/// flatten(r#"{"a": null}"#, &POLICY, |piece| text.extend_from_slice(piece))?;
/// assert_eq!(text, b"a=");
/// # Ok::<(), zhixing_core::flatten::FlattenError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// A `null`.
    pub null: Null,
    /// A number.
    pub numbers: Numbers,
    /// `{}`, `[]` or `null` as the whole payload.
    pub empty_root: EmptyRoot,
    /// A string, number or boolean as the whole payload.
    pub scalar_root: ScalarRoot,
    /// Two values at one path.
    pub duplicates: Duplicates,
    /// A key that holds a dot.
    pub dotted_keys: DottedKeys,
}

impl Policy {
    /// The default of every choice.
    pub const DEFAULT: Policy = Policy {
        null: Null::Word,
        numbers: Numbers::AsSent,
        empty_root: EmptyRoot::NoPairs,
        scalar_root: ScalarRoot::Refuse,
        duplicates: Duplicates::Refuse,
        dotted_keys: DottedKeys::Join,
    };
}

impl Default for Policy {
    fn default() -> Self {
        Policy::DEFAULT
    }
}

/// The text of `null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Null {
    /// `null`: what JavaScript and Java make of it when it is joined to a string. The default.
    #[default]
    Word,
    /// The empty string, as PHP converts it.
    Empty,
    /// The leaf is left out. A container all of whose leaves are left out leaves nothing: it does not become `{}`.
    LeftOut,
}

/// The text of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Numbers {
    /// The characters as they were sent: `1.0` stays `1.0`, `1E+7` stays `1E+7`, and an integer above 2^53 loses no
    /// digit. A signer converts to string and to JSON with the same library, so both mostly come out the same; the
    /// documented example (`1`) cannot tell. The default.
    #[default]
    AsSent,
}

/// The text of a payload that is `{}`, `[]` or `null` as a whole.
///
/// The document's rule for empty containers is about a *value*, which has a key; the payload itself has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum EmptyRoot {
    /// There is no key and value, so the text is empty. The literal reading of the document (step 1 converts the keys
    /// and values *in* the payload), and what the widely used JavaScript `flat` package does, whose rules the document's
    /// resemble. The default.
    #[default]
    NoPairs,
    /// One pair with an empty key: `=[]`, `={}`, or `=` and the text of null.
    EmptyKey,
    /// The value alone: `[]`, `{}`, or the text of null.
    ValueAlone,
}

/// The text of a payload that is a string, a number or a boolean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScalarRoot {
    /// An error. The document knows only lists and objects, and to sign "no pairs" for a value would let any value
    /// pass. The default.
    #[default]
    Refuse,
    /// One pair with an empty key: `=value`.
    EmptyKey,
    /// The value alone.
    ValueAlone,
}

/// Two values at one path: a key given twice in one object, or two ways to one joined path (`{"a.b":…, "a":{"b":…}}`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Duplicates {
    /// An error. What is verified and what is decoded later could otherwise be two different values: a forger would
    /// append the signed value under a joined key and change the one that is read. No library writes such JSON from an
    /// object or a map. The default.
    #[default]
    Refuse,
    /// The value further down the text counts, the earlier one and all below it does not, as `JSON.parse` decides.
    LastCounts,
}

/// A key that holds the separator of paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DottedKeys {
    /// Joined as it is, without any escape, as the document has none. The default. It makes the text ambiguous:
    /// `{"a.b":1}` and `{"a":{"b":1}}` have one text.
    #[default]
    Join,
    /// An error: for a vendor whose documented keys hold no dots, this closes the ambiguity.
    Refuse,
}
