//! What a signature is made for: a time, nonces, a request.

use std::fmt;

use super::{Nonces, Place, SystemNonces};
use crate::clock::Timestamp;
use crate::spec::Method;

/// One signature's circumstances.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'a> {
    /// The time of signing.
    pub at: Timestamp,
    /// Where nonces come from.
    pub nonces: &'a dyn Nonces,
    /// The request, before anything that signs it is added.
    pub request: &'a RequestToSign,
}

static NOTHING: RequestToSign = RequestToSign {
    method: Method::Get,
    path: String::new(),
    query: String::new(),
    body: String::new(),
    parameters: Vec::new(),
};

impl<'a> Signing<'a> {
    /// At this time, with the system's nonces, and for a request that asks nothing.
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self {
            at,
            nonces: &SystemNonces,
            request: &NOTHING,
        }
    }

    /// With these nonces.
    #[must_use]
    pub fn nonces(self, nonces: &'a dyn Nonces) -> Self {
        Self { nonces, ..self }
    }

    /// For this request.
    #[must_use]
    pub fn request(self, request: &'a RequestToSign) -> Self {
        Self { request, ..self }
    }
}

/// What a recipe may read of the request that it signs, **without** the fields that the recipe adds: those that must be
/// signed too are named by the recipe itself. It holds what was asked: Debug shows names alone.
#[derive(Clone, PartialEq, Eq)]
pub struct RequestToSign {
    /// The method.
    pub method: Method,
    /// The path as documented.
    pub path: String,
    /// The query as it is sent, without `?`.
    pub query: String,
    /// The body as it is sent.
    pub body: String,
    /// The parameters, not yet encoded, in the order in which the document lists them: where each travels, its name, its
    /// value.
    pub parameters: Vec<(Place, String, String)>,
}

impl fmt::Debug for RequestToSign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self
            .parameters
            .iter()
            .map(|(_, name, _)| name.as_str())
            .collect();
        f.debug_struct("RequestToSign")
            .field("method", &self.method)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
