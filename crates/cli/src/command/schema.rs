//! `zhixing schema`: the JSON Schemas of what the command writes.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use zhixing_core::record::Record;

use super::print_json;
use crate::args::{Document, Schema};
use crate::exit::Exit;
use crate::setup::Context;

pub(crate) fn run(args: &Schema, context: &Context) -> Exit {
    let schema = match args.document {
        Document::Report => of::<zhixing::Report>(),
        Document::Record => of::<Record>(),
    };
    print_json(&schema, context.talk)
}

/// JSON Schema 2020-12 of what is written, which is stricter than what could be read.
fn of<T: JsonSchema>() -> schemars::Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}
