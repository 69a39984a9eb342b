//! `examples.rs` of the sandbox: every documented example as a table.

use super::data::{included, list, path, record, table, text, tuple};
use super::flow::Node;
use super::text::Item;
use super::word;
use crate::model::{Example, Operation, Vendor};

/// The items of `examples.rs`.
pub(super) fn items(vendors: &[Vendor]) -> Vec<Item> {
    let rows = vendors.iter().flat_map(|vendor| {
        let operations = vendor.operations.iter();
        operations.flat_map(move |operation| {
            let examples = operation.examples.iter();
            examples.map(move |example| row(&vendor.file.vendor, operation, example))
        })
    });
    vec![
        Item::lines("use crate::example::{Example, State};"),
        Item::from(table(
            &["Every documented example.".into()],
            "pub static EXAMPLES: &[Example]",
            &list(rows),
        )),
    ]
}

fn row<'a>(vendor: &str, operation: &'a Operation, example: &'a Example) -> Node<'a> {
    let arguments = example.arguments.iter().flat_map(|(name, value)| {
        // A list is its name given several times, as in a call.
        let several = value.as_array().map(Vec::as_slice);
        let values = several.unwrap_or(std::slice::from_ref(value)).iter();
        let values = values.map(|value| value.as_str().unwrap_or_default());
        values.map(move |value| tuple([text(name), text(value)]))
    });
    let file = &example.file;
    // From crates/<crate>/src/generated/ up to the root.
    let reply = format!("../../../../schemas/{vendor}/{file}");
    let fields = [
        ("vendor", text(vendor)),
        ("operation", text(&operation.name)),
        ("file", text(file)),
        ("state", path(format!("State::{}", word(&example.state)))),
        ("arguments", list(arguments)),
        ("reply", included(&reply)),
    ];
    record("Example", fields)
}
