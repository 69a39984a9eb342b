//! One operation: its parameters, its reply's types, the paths to what the core asks for.

use serde::Deserialize;
use serde_json::Value;

use super::doc::{self, Doc};
use super::lowering::Lowering;
use super::naming::{self, Scope};
use super::types::{Choice, Enumeration, TypeDef};
use super::{Bilingual, Lowered, Statement, VendorFile, words};
use crate::read::Document;
use crate::read::position::segments;
use crate::schema::{Body, Shape, text};

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
    pub parameters: Vec<Parameter>,
    /// The reply first, then what it holds, in the order in which it holds it.
    pub types: Vec<TypeDef>,
    pub records: Path,
    /// The type of a record.
    pub record: String,
    pub total: Option<Path>,
    pub none: Option<(Vec<String>, String)>,
    pub paging: Option<Paging>,
    pub statements: Vec<Statement>,
    pub examples: Vec<Example>,
}

#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Http {
    pub method: String,
    pub path: String,
    pub parameters: String,
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

/// One parameter.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Parameter {
    pub wire: String,
    pub rust: String,
    pub ty: ParameterType,
    pub required: bool,
    pub default: Option<String>,
    pub place: String,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub role: Option<String>,
    pub personal: bool,
    pub description: String,
    pub verbatim: String,
    pub doc: Doc,
}

/// What a parameter holds.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum ParameterType {
    Text,
    Personal,
    Integer,
    Enumeration(Enumeration),
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
    records: Option<String>,
    total: Option<String>,
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
    let lowered_types = lowering.finish();
    let parameters = parameters(body("/request")?, &file.http, &mut types)
        .map_err(|refusal| gap(refusal.reason))?;
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
        parameters,
        types: lowered_types,
        records,
        record,
        total,
        none: file
            .none
            .map(|none| (segments(&none.path), wire(&none.value))),
        paging: file.paging,
        statements: file.statements,
        examples: file.examples,
    })
}

fn parameters(
    request: Body<'_>,
    http: &Http,
    types: &mut Scope,
) -> Result<Vec<Parameter>, crate::schema::Refusal> {
    let root = request.resolve(&request.node())?;
    let required: std::collections::BTreeSet<&str> = root
        .value
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let names = naming::in_order(&mut Scope::parameters(), &root);
    let mut parameters = Vec::new();
    for ((wire_name, here), rust) in root.properties().into_iter().zip(names) {
        let node = request.resolve(&here)?;
        let shape = node.shape()?;
        let say = |key: &str| text(here.value, key).or_else(|| text(node.value, key));
        let role = say("x-role").map(str::to_owned);
        let personal = say("x-sensitive").is_some()
            || matches!(role.as_deref(), Some("subject" | "person" | "id-number"));
        let doc = doc::field(wire_name, &rust, &here, &node, &shape);
        let limit = |key: &str| node.value.get(key).and_then(Value::as_i64);
        let (min, max) = match shape {
            Shape::Text => (limit("minLength"), limit("maxLength")),
            _ => (limit("minimum"), limit("maximum")),
        };
        let ty = match shape {
            Shape::Text if personal => ParameterType::Personal,
            Shape::Text => ParameterType::Text,
            Shape::Integer => ParameterType::Integer,
            Shape::Enumeration(choices, integer) => {
                let wanted =
                    say("title").map_or_else(|| words::pascal(wire_name, "Choice"), str::to_owned);
                ParameterType::Enumeration(Enumeration {
                    name: types.claim(&wanted),
                    integer,
                    choices: Choice::all(&choices, false),
                    doc: doc::named(&here, &node),
                })
            }
            _ => {
                return Err(crate::schema::Refusal::new(
                    format!("The parameter `{wire_name}` is not one value."),
                    "",
                ));
            }
        };
        parameters.push(Parameter {
            required: required.contains(wire_name),
            default: here
                .value
                .get("default")
                .or_else(|| node.value.get("default"))
                .map(wire),
            place: say("x-in").map_or_else(|| http.parameters.clone(), str::to_owned),
            role,
            personal,
            description: say("description").unwrap_or_default().to_owned(),
            verbatim: say("x-description").unwrap_or_default().to_owned(),
            wire: wire_name.to_owned(),
            rust,
            ty,
            min,
            max,
            doc,
        });
    }
    Ok(parameters)
}

fn wire(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
