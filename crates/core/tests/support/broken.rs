//! Two vendors that cannot be called: one whose recipe asks for a credential that its list lacks, and one without a URL.

use zhixing_core::sign::{AuthField, Part, Place, Recipe};
use zhixing_core::spec::{BaseUrl, CredentialSpec, Operation, Parameter, Role, Rule, Vendor};

use super::signed;

/// Its one operation takes an identity number.
pub static BROKEN: Vendor = Vendor {
    name: "broken",
    title: signed::VENDOR_TITLE,
    document: "文档",
    base_url: BaseUrl {
        url: Some("http://broken.test"),
        environment: "BROKEN_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[CredentialSpec {
        name: "key",
        environment: "BROKEN_KEY",
        description: "The key.",
    }],
    auth: Recipe {
        values: &[],
        fields: &[AuthField {
            place: Place::Header,
            name: "key",
            value: &[Part::Credential("key"), Part::Credential("absent")],
        }],
    },
    statuses: &[],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&PERSON_BY_NUMBER],
};

pub static PERSON_BY_NUMBER: Operation = Operation {
    vendor: &BROKEN,
    name: "person",
    path: "/person",
    parameters: &[Parameter {
        name: "number",
        required: true,
        default: None,
        place: Place::Query,
        rule: Rule::Text { min: 0, max: None },
        role: Some(Role::IdNumber),
        personal: true,
        description: "A number.",
        verbatim: "证件号",
    }],
    ..signed::OPERATION
};

/// A vendor that prints no URL.
pub static UNPRINTED: Vendor = Vendor {
    base_url: BaseUrl {
        url: None,
        environment: "UNPRINTED_URL",
        whole_endpoint: true,
    },
    name: "unprinted",
    title: signed::VENDOR_TITLE,
    document: "文档",
    credentials: BROKEN.credentials,
    auth: BROKEN.auth,
    statuses: &[],
    http_statuses: &[],
    reply_signature: None,
    operations: &[],
};
