//! The rules: what each kind of change does to those who use the crate, and why.
//!
//! The reasons speak of what is emitted, and go wrong when that changes: structs of replies and requests are
//! `#[non_exhaustive]` with public fields, enumerations are `#[non_exhaustive]`, constructors take what is
//! required. `xtask/tests/judges.rs` therefore asks rustc and cargo-semver-checks whether they hold.

use super::change::Effect;
use Effect::{Addition, Behaviour, Breaking, Docs, Nothing, Unknown};

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each explains itself by `why`
pub enum Rule {
    VendorAdded,
    VendorRemoved,
    OperationAdded,
    OperationRemoved,
    ItemRenamed,
    FieldAdded,
    FieldRemoved,
    FieldRenamed,
    FieldTakenOver,
    FieldRewired,
    FieldRetyped,
    FieldRequired,
    ContentChanged,
    ExpectationChanged,
    TypeAdded,
    TypeRemoved,
    TypeRenamed,
    TypeChanged,
    RecordChanged,
    RecordsMoved,
    TotalMoved,
    ReturnedMoved,
    NoneChanged,
    ValueAdded,
    ValueRemoved,
    ValueRenamed,
    ValueRewired,
    ValuesRetyped,
    OrderChanged,
    NumberingChanged,
    OptionalAdded,
    RequiredAdded,
    ParameterRemoved,
    ParameterRenamed,
    ParameterTakenOver,
    ParameterRewired,
    ParameterRetyped,
    NowRequired,
    NowOptional,
    ArgumentsReordered,
    LimitTightened,
    LimitLoosened,
    ParameterChanged,
    ConstantChanged,
    EqualityLost,
    CallChanged,
    PagingAdded,
    PagingRemoved,
    PagingChanged,
    ListsChanged,
    ExamplesChanged,
    ArgumentAdded,
    ArgumentRemoved,
    CredentialsReordered,
    CredentialRenamed,
    EnvironmentChanged,
    HostChanged,
    RecipeChanged,
    EnvelopeChanged,
    ReplySignatureChanged,
    StatusAdded,
    StatusRemoved,
    StatusRenamed,
    StatusRecoded,
    StatusReshaped,
    CodesRetyped,
    ClassChanged,
    StatusChanged,
    HttpStatusChanged,
    WordsChanged,
    SchemaOnly,
    Unread,
}

impl Rule {
    /// All rules, in the order of the table in `docs/reviewing-a-change.md`.
    pub const ALL: &'static [Self] = &[
        Self::VendorAdded,
        Self::VendorRemoved,
        Self::OperationAdded,
        Self::OperationRemoved,
        Self::ItemRenamed,
        Self::FieldAdded,
        Self::FieldRemoved,
        Self::FieldRenamed,
        Self::FieldTakenOver,
        Self::FieldRewired,
        Self::FieldRetyped,
        Self::FieldRequired,
        Self::ContentChanged,
        Self::ExpectationChanged,
        Self::TypeAdded,
        Self::TypeRemoved,
        Self::TypeRenamed,
        Self::TypeChanged,
        Self::RecordChanged,
        Self::RecordsMoved,
        Self::TotalMoved,
        Self::ReturnedMoved,
        Self::NoneChanged,
        Self::ValueAdded,
        Self::ValueRemoved,
        Self::ValueRenamed,
        Self::ValueRewired,
        Self::ValuesRetyped,
        Self::OrderChanged,
        Self::NumberingChanged,
        Self::OptionalAdded,
        Self::RequiredAdded,
        Self::ParameterRemoved,
        Self::ParameterRenamed,
        Self::ParameterTakenOver,
        Self::ParameterRewired,
        Self::ParameterRetyped,
        Self::NowRequired,
        Self::NowOptional,
        Self::ArgumentsReordered,
        Self::LimitTightened,
        Self::LimitLoosened,
        Self::ParameterChanged,
        Self::ConstantChanged,
        Self::EqualityLost,
        Self::CallChanged,
        Self::PagingAdded,
        Self::PagingRemoved,
        Self::PagingChanged,
        Self::ListsChanged,
        Self::ExamplesChanged,
        Self::ArgumentAdded,
        Self::ArgumentRemoved,
        Self::CredentialsReordered,
        Self::CredentialRenamed,
        Self::EnvironmentChanged,
        Self::HostChanged,
        Self::RecipeChanged,
        Self::EnvelopeChanged,
        Self::ReplySignatureChanged,
        Self::StatusAdded,
        Self::StatusRemoved,
        Self::StatusRenamed,
        Self::StatusRecoded,
        Self::StatusReshaped,
        Self::CodesRetyped,
        Self::ClassChanged,
        Self::StatusChanged,
        Self::HttpStatusChanged,
        Self::WordsChanged,
        Self::SchemaOnly,
        Self::Unread,
    ];

    /// Its name in JSON and in the documentation.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().0
    }

    /// What it does to those who use the crate.
    #[must_use]
    pub fn effect(self) -> Effect {
        self.entry().1
    }

    /// Why.
    #[must_use]
    pub fn why(self) -> &'static str {
        self.entry().2
    }

    #[rustfmt::skip] // a table
    fn entry(self) -> (&'static str, Effect, &'static str) {
        match self {
            Self::VendorAdded => ("vendor-added", Addition, "A new crate; no crate that was there changes."),
            Self::VendorRemoved => ("vendor-removed", Breaking, "The crate is gone, and with it all that its users call."),
            Self::OperationAdded => ("operation-added", Addition, "A new public module and new methods of `Client`; what was there stays."),
            Self::OperationRemoved => ("operation-removed", Breaking, "Its public module and its methods of `Client` are gone."),
            Self::ItemRenamed => ("item-renamed", Breaking, "The old name of a public module or method is gone."),
            Self::FieldAdded => ("field-added", Addition, "The struct is `#[non_exhaustive]`: outside its crate nobody builds it by a literal or matches it without `..`. The value stood in `extra` before."),
            Self::FieldRemoved => ("field-removed", Breaking, "The field is public: code that reads it compiles no longer."),
            Self::FieldRenamed => ("field-renamed", Breaking, "The field is public: code that reads it by its old name compiles no longer."),
            Self::FieldTakenOver => ("field-taken-over", Breaking, "The old name is another key's now, with the same type: code that reads it compiles and reads that key."),
            Self::FieldRewired => ("field-rewired", Behaviour, "The field keeps name and type and is read from another key; what still arrives under the old one goes to `extra`."),
            Self::FieldRetyped => ("field-retyped", Breaking, "The type of a public field is part of the API: code that uses the value compiles no longer."),
            Self::FieldRequired => ("field-required", Behaviour, "Decoding requires nothing; observers tell of a field that is missing, and the JSON Schema that the feature `schemars` gives says `required`."),
            Self::ContentChanged => ("content-changed", Behaviour, "The field stays `JsonText`; its documentation says by which type it is read, and observers expect that type inside."),
            Self::ExpectationChanged => ("expectation-changed", Behaviour, "Decoding stays; observers, and `drift`, tell of other values than before that they are not as documented."),
            Self::TypeAdded => ("type-added", Addition, "A new public type."),
            Self::TypeRemoved => ("type-removed", Breaking, "The public type is gone: code that names it compiles no longer."),
            Self::TypeRenamed => ("type-renamed", Breaking, "The old name of a public type is gone: code that names it compiles no longer."),
            Self::TypeChanged => ("type-changed", Breaking, "A struct became an enumeration or the other way round: neither is used as the other."),
            Self::RecordChanged => ("record-changed", Breaking, "`Reply::Record` is another type: `records()` and all that is written for the old one compile no longer."),
            Self::RecordsMoved => ("records-moved", Behaviour, "`records()` reads another place of the reply."),
            Self::TotalMoved => ("total-moved", Behaviour, "`total()` reads another place of the reply, and completeness is judged by it."),
            Self::ReturnedMoved => ("returned-moved", Behaviour, "Completeness is judged by another number of the reply."),
            Self::NoneChanged => ("none-changed", Behaviour, "Another sign in the reply tells that nothing was found."),
            Self::ValueAdded => ("value-added", Addition, "The enumeration is `#[non_exhaustive]`: a `match` outside its crate has an arm for the rest. A reply's value was `Unknown` before and no longer is."),
            Self::ValueRemoved => ("value-removed", Breaking, "The variant is public: code that names it compiles no longer."),
            Self::ValueRenamed => ("value-renamed", Breaking, "The variant is public: code that names it as before compiles no longer."),
            Self::ValueRewired => ("value-rewired", Behaviour, "The variant keeps its name and stands for another value on the wire."),
            Self::ValuesRetyped => ("values-retyped", Behaviour, "The variants stay; the values are written as the other of text and integer."),
            Self::OrderChanged => ("order-changed", Behaviour, "Only what shows the order follows: `Debug`, encoding, `ALL`, what a constant lists."),
            Self::NumberingChanged => ("numbering-changed", Breaking, "The enumeration has no fields, so that `as` gives each variant's position: those behind the change have another. A new one at the end moves none."),
            Self::OptionalAdded => ("optional-parameter-added", Addition, "`Request`, or an object in it, is `#[non_exhaustive]` and is built by `new`, whose arguments stay; there is one more setter."),
            Self::RequiredAdded => ("required-parameter-added", Breaking, "`new` of `Request`, or of an object in it, takes one more argument; where nothing was required, `Default` is lost as well."),
            Self::ParameterRemoved => ("parameter-removed", Breaking, "Its public field is gone, and its setter or its argument of `new`."),
            Self::ParameterRenamed => ("parameter-renamed", Breaking, "Its public field, and its setter if it has one, have another name."),
            Self::ParameterTakenOver => ("parameter-taken-over", Breaking, "The old name is another parameter's now, with the same type: code that fills it compiles and sends that one."),
            Self::ParameterRewired => ("parameter-rewired", Behaviour, "Name and type stay; it is sent under another name."),
            Self::ParameterRetyped => ("parameter-retyped", Breaking, "The type of its public field and of the argument that fills it is part of the API."),
            Self::NowRequired => ("parameter-now-required", Breaking, "It moves from a setter into `new`, and its field is no `Option` any more; a list stays one."),
            Self::NowOptional => ("parameter-now-optional", Breaking, "It moves from `new` to a setter, and its field becomes an `Option`; a list stays one."),
            Self::ArgumentsReordered => ("arguments-reordered", Breaking, "`new` takes its arguments in the order of the schema: where two are of one type, calls compile and send the wrong values."),
            Self::LimitTightened => ("limit-tightened", Behaviour, "Values that were sent are refused before anything is sent."),
            Self::LimitLoosened => ("limit-loosened", Behaviour, "Values that were refused are sent."),
            Self::ParameterChanged => ("parameter-changed", Behaviour, "Types stay; how the parameter is sent, filled or checked changes."),
            Self::ConstantChanged => ("constant-changed", Behaviour, "Callers do not give it: every call carries something else."),
            Self::EqualityLost => ("equality-lost", Breaking, "A number with a fraction may be equal to nothing, so that what holds one is `PartialEq` alone: code that needs `Eq` compiles no longer."),
            Self::CallChanged => ("call-changed", Behaviour, "Types stay; the call goes elsewhere or travels otherwise."),
            Self::PagingAdded => ("paging-added", Addition, "`Client` gains a method that walks the pages; completeness is judged by the page's size."),
            Self::PagingRemoved => ("paging-removed", Breaking, "The method of `Client` that walks the pages is gone."),
            Self::PagingChanged => ("paging-changed", Behaviour, "Pages are asked for otherwise, and completeness is judged by the page's size."),
            Self::ListsChanged => ("lists-changed", Behaviour, "Which lists the operation asks decides when a report asks it, and what it says was searched."),
            Self::ExamplesChanged => ("examples-changed", Nothing, "Examples are no part of the vendor's crate; the sandbox answers with them."),
            Self::ArgumentAdded => ("argument-added", Breaking, "`Client::new` takes one more argument."),
            Self::ArgumentRemoved => ("argument-removed", Breaking, "`Client::new` takes one argument less."),
            Self::CredentialsReordered => ("credentials-reordered", Breaking, "`Client::new` takes text for each: calls compile and put one credential into the other's place."),
            Self::CredentialRenamed => ("credential-renamed", Behaviour, "`Builder::credential` knows it by its new name only, and tells so when the client is built."),
            Self::EnvironmentChanged => ("environment-changed", Behaviour, "`Client::from_env` reads another variable: where it runs, the variable must be set."),
            Self::HostChanged => ("host-changed", Behaviour, "Calls go to another address."),
            Self::RecipeChanged => ("recipe-changed", Behaviour, "Calls are signed otherwise, or carry what signs them otherwise."),
            Self::EnvelopeChanged => ("envelope-changed", Behaviour, "Code, message, payload or order number are read at another place of each reply that has this envelope."),
            Self::ReplySignatureChanged => ("reply-signature-changed", Behaviour, "Replies are verified otherwise, or are now or no longer verified."),
            Self::StatusAdded => ("status-added", Addition, "`Status` is `#[non_exhaustive]`: a `match` outside its crate has an arm for the rest. A call that is answered so is classed by it."),
            Self::StatusRemoved => ("status-removed", Breaking, "The variant of `Status` is gone: code that names it compiles no longer."),
            Self::StatusRenamed => ("status-renamed", Breaking, "The variant of `Status` has another name: code that names it as before compiles no longer."),
            Self::StatusRecoded => ("status-recoded", Behaviour, "The variant stays and stands for another code."),
            Self::StatusReshaped => ("status-reshaped", Breaking, "A range's variant holds the code that arrived and any other variant holds nothing: code that names it compiles no longer."),
            Self::CodesRetyped => ("codes-retyped", Breaking, "With a range among the codes, `Status::code` gives text that it may have made, and no variant can be cast; without one it is the other way round."),
            Self::ClassChanged => ("class-changed", Behaviour, "The class decides what a call with this status becomes: found, none, or which error."),
            Self::StatusChanged => ("status-changed", Behaviour, "What is told with the error changes, or done about it: whether the call counts, when to ask again, its causes."),
            Self::HttpStatusChanged => ("http-status-changed", Behaviour, "A bare HTTP answer of this number is classed or advised otherwise."),
            Self::WordsChanged => ("words-changed", Docs, "Documentation and messages say something else; nothing is sent, read or typed otherwise."),
            Self::SchemaOnly => ("schema-only", Nothing, "It stands in the schema alone: nothing that is emitted says it."),
            Self::Unread => ("unread", Unknown, "A side has faults here, so that there is no model to compare; the schema's text is."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_all_rules_is_whole_and_each_is_named_once() {
        assert_eq!(Rule::ALL.len(), Rule::Unread as usize + 1);
        let names: std::collections::BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
    }
}
