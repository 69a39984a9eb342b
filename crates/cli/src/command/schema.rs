//! `zhixing schema`: the JSON Schemas of what the command writes.

use super::print_json;
use crate::args::{Document, Schema};
use crate::exit::Exit;
use crate::setup::Context;

pub(crate) fn run(args: &Schema, context: &Context) -> Exit {
    let schema = match args.document {
        Document::Report => zhixing::schema::report(),
        Document::Record => zhixing::schema::record(),
    };
    print_json(&schema, context.talk)
}
