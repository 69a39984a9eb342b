//! The dialect's two meta-schemas, which say what a file may hold.
//!
//! The generator is built with those of its repository. A revision of old may have had others, and is read by what it had.

use super::{DIALECT, Document, Store, document};
use crate::diagnostic::Diagnostics;

/// The meta-schemas of a root.
#[derive(Debug, Clone)]
pub enum MetaSchemas {
    /// To the letter those that the generator was built with.
    BuiltIn,
    /// Others.
    Other {
        /// That of `vendor.json`.
        vendor: Box<Document>,
        /// That of an operation's file.
        operation: Box<Document>,
    },
}

const VENDOR: &str = "vendor.schema.json";
const OPERATION: &str = "operation.schema.json";

/// The meta-schemas that are built in.
const BUILT_IN: [(&str, &str); 2] = [
    (
        VENDOR,
        include_str!("../../../schemas/dialect/vendor.schema.json"),
    ),
    (
        OPERATION,
        include_str!("../../../schemas/dialect/operation.schema.json"),
    ),
];

impl MetaSchemas {
    /// Those of a root; `None` if one cannot be read, which is reported.
    pub(super) fn read<S: Store + ?Sized>(root: &S, faults: &mut Diagnostics) -> Option<Self> {
        let is_ours = |(name, text): (&str, &str)| {
            let read = root.bytes(&path(name));
            read.is_ok_and(|bytes| bytes == text.as_bytes())
        };
        if BUILT_IN.into_iter().all(is_ours) {
            return Some(Self::BuiltIn);
        }
        let [vendor, operation] =
            [VENDOR, OPERATION].map(|name| document(root, &path(name), faults));
        Some(Self::Other {
            vendor: Box::new(vendor?),
            operation: Box::new(operation?),
        })
    }

    /// The vendor's and the operation's.
    ///
    /// # Errors
    /// One that is built in is no JSON.
    pub fn documents(&self) -> serde_json::Result<[Document; 2]> {
        match self {
            Self::BuiltIn => {
                let [vendor, operation] =
                    BUILT_IN.map(|(name, text)| Document::parse(&path(name), text));
                Ok([vendor?, operation?])
            }
            Self::Other { vendor, operation } => {
                Ok([Document::clone(vendor), Document::clone(operation)])
            }
        }
    }
}

fn path(name: &str) -> String {
    format!("schemas/{DIALECT}/{name}")
}
