//! One operation: its parameters, its reply's types, the paths to what the core asks for.

use serde::Deserialize;
use serde_json::Value;

use super::lowering::Lowering;
use super::naming::Scope;
use super::request::{self, Object, Parameter};
use super::types::TypeDef;
use super::{Bilingual, Envelope, Lowered, Statement, VendorFile, described};
use crate::read::Document;
use crate::read::position::segments;
use crate::schema::Body;

/// One operation.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Operation {
    /// The file that says so, from the repository's root.
    pub schema: String,
    pub name: String,
    /// The name of its module.
    pub module: String,
    /// The name of the client's method, and of the one that walks pages.
    pub method: String,
    pub pages_method: Option<String>,
    pub title: Bilingual,
    pub section: String,
    pub lists: Vec<String>,
    pub http: Http,
    /// The envelope of its replies.
    pub envelope: Envelope,
    /// The headers that are always sent stand behind what is asked.
    pub parameters: Vec<Parameter>,
    /// The objects that parameters hold, each once.
    pub objects: Vec<Object>,
    /// The reply first, then what it holds, in the order in which it holds it.
    pub types: Vec<TypeDef>,
    /// The reply as data.
    pub described: Vec<described::Object>,
    pub records: Path,
    /// The type of a record.
    pub record: String,
    pub total: Option<Path>,
    /// Keys on the wire.
    pub returned: Option<String>,
    pub none: Option<(Vec<String>, String)>,
    pub paging: Option<Paging>,
    pub statements: Vec<Statement>,
    pub examples: Vec<Example>,
}

impl Operation {
    /// Gives back what its own file alone is made of. What stays is what a vendor says of its operations: how they and their
    /// types are called, and their examples.
    pub fn keep_outline(&mut self) {
        (self.parameters, self.objects) = (Vec::new(), Vec::new());
        self.described = Vec::new();
        for ty in &mut self.types {
            match ty {
                TypeDef::Struct(structure) => structure.fields = Vec::new(),
                TypeDef::Enumeration(enumeration) => enumeration.choices = Vec::new(),
            }
        }
    }
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Http {
    pub method: String,
    pub path: String,
    pub parameters: String,
    #[serde(default)]
    pub headers: serde_json::Map<String, Value>,
    pub notes: Option<String>,
}

/// How further records are asked for.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
#[serde(tag = "style", rename_all = "lowercase")]
pub enum Paging {
    Offset {
        parameter: String,
        size: u64,
    },
    Page {
        parameter: String,
        first: u64,
        size_parameter: Option<String>,
        size: u64,
    },
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Example {
    pub file: String,
    pub title: String,
    pub state: String,
    #[serde(default)]
    pub arguments: serde_json::Map<String, Value>,
}

/// The fields on the way to a place in a reply, the last one being the place.
pub type Path = Vec<Step>;

/// One field on the way.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its Rust name.
    pub rust: String,
}

#[derive(Deserialize)]
struct File {
    operation: String,
    title: Bilingual,
    section: String,
    lists: Vec<String>,
    http: Http,
    envelope: Option<String>,
    records: Option<String>,
    total: Option<String>,
    returned: Option<String>,
    none: Option<NoneMarker>,
    paging: Option<Paging>,
    #[serde(default)]
    statements: Vec<Statement>,
    examples: Vec<Example>,
}

#[derive(Deserialize)]
struct NoneMarker {
    path: String,
    value: Value,
}

pub(super) fn lower(
    document: &Document,
    vendor: &VendorFile,
    modules: &mut Scope,
    methods: &mut Scope,
) -> Lowered<Operation> {
    let gap = |reason: String| {
        Box::new(document.fault(
            "",
            reason,
            "This is a gap of the checks: they let pass what cannot be expressed.",
        ))
    };
    let file = File::deserialize(&document.value)
        .map_err(|error| gap(format!("The file cannot be lowered: {error}.")))?;
    let body = |base: &str| {
        document
            .value
            .pointer(base)
            .map(|root| Body { root })
            .ok_or_else(|| gap(format!("There is no {base}.")))
    };
    let mut types = Scope::types();
    let reply = body("/reply")?;
    let refuse = |refusal: crate::schema::Refusal| gap(refusal.reason);
    let mut lowering = Lowering::new(reply, &mut types);
    if let Err(refusal) = lowering.root(&vendor.title) {
        let place = format!("/reply{}", lowering.refused_at);
        return Err(Box::new(document.fault(
            &place,
            refusal.reason,
            refusal.hint,
        )));
    }
    let records = file
        .records
        .ok_or_else(|| gap("There are no records.".into()))?;
    let (records, record) = lowering.path(&records).map_err(gap)?;
    let record = record
        .and_then(|ty| ty.element().map(str::to_owned))
        .ok_or_else(|| gap("The records are no objects.".into()))?;
    let total = file
        .total
        .map(|pointer| lowering.path(&pointer))
        .transpose()
        .map_err(gap)?
        .map(|(path, _)| path);
    let described = described::describe(reply, lowering.names()).map_err(refuse)?;
    let lowered_types = lowering.finish();
    let (parameters, objects) =
        request::lower(body("/request")?, &file.http, &mut types).map_err(refuse)?;
    let envelope = match &file.envelope {
        None => Some(&vendor.envelope),
        Some(name) => vendor.envelopes.get(name),
    };
    let envelope = envelope
        .cloned()
        .ok_or_else(|| gap("The envelope is not there.".into()))?;
    let method = methods.claim(&file.operation);
    Ok(Operation {
        schema: document.file.clone(),
        module: modules.claim(&file.operation),
        pages_method: file
            .paging
            .as_ref()
            .map(|_| methods.claim(&format!("{}_pages", file.operation))),
        method,
        name: file.operation,
        title: file.title,
        section: file.section,
        lists: file.lists,
        http: file.http,
        envelope,
        parameters,
        objects,
        types: lowered_types,
        described,
        records,
        record,
        total,
        returned: file.returned,
        none: file
            .none
            .map(|none| (segments(&none.path), wire(&none.value))),
        paging: file.paging,
        statements: file.statements,
        examples: file.examples,
    })
}

pub(super) fn wire(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
