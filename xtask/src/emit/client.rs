//! `client.rs`: the vendor's client, whose methods each are one call into the core.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{docs, ident};
use crate::model::doc::{english, inline, title};
use crate::model::naming::Scope;
use crate::model::{Operation, Vendor};

/// The items of `client.rs`.
pub(super) fn items(vendor: &Vendor) -> Vec<TokenStream> {
    let mut uses = vec![
        quote!(
            use zhixing_core::any::{AnyClient, AnyReply};
        ),
        quote!(
            use zhixing_core::client::{Builder, Caller};
        ),
    ];
    let has_pages = vendor
        .operations
        .iter()
        .any(|operation| operation.pages_method.is_some());
    uses.push(if has_pages {
        quote!(
            use zhixing_core::{Error, Outcome, Pages};
        )
    } else {
        quote!(
            use zhixing_core::{Error, Outcome};
        )
    });
    let doc = docs(&[
        format!("A client of {}.", title(&vendor.file.title)),
        "Cheap to clone; clones share connections.".into(),
    ]);
    let constructors = constructors(vendor);
    let methods = vendor.operations.iter().map(methods);
    let names = vendor.operations.iter().map(|operation| &operation.name);
    let modules = vendor
        .operations
        .iter()
        .map(|operation| ident(&operation.module));
    vec![
        quote!(#(#uses)*),
        quote! {
            #doc
            #[derive(Debug, Clone)]
            pub struct Client {
                caller: Caller,
            }
        },
        quote!(impl Client { #constructors #(#methods)* }),
        quote! {
            impl From<Caller> for Client {
                fn from(caller: Caller) -> Self {
                    Self { caller }
                }
            }
        },
        quote! {
            impl AnyClient for Client {
                fn caller(&self) -> &Caller {
                    &self.caller
                }

                fn any_reply(&self, operation: &str) -> Option<AnyReply> {
                    match operation {
                        #(#names => Some(AnyReply::of::<super::#modules::Request>()),)*
                        _ => None,
                    }
                }
            }
        },
    ]
}

fn constructors(vendor: &Vendor) -> TokenStream {
    let file = &vendor.file;
    let mut scope = Scope::parameters();
    let endpoint = file
        .base_url
        .url
        .is_none()
        .then(|| ident(&scope.claim("endpoint")));
    let wires: Vec<&String> = file
        .credentials
        .iter()
        .map(|credential| &credential.name)
        .collect();
    let names: Vec<_> = wires.iter().map(|name| ident(&scope.claim(name))).collect();
    let mut about: Vec<String> = file
        .credentials
        .iter()
        .zip(&names)
        .map(|(credential, name)| format!("`{name}`: {}", english(&credential.description)))
        .collect();
    if let Some(name) = &endpoint {
        about.insert(
            0,
            format!("`{name}`: The URL to call; the document prints none."),
        );
    }
    let lead = if endpoint.is_none() {
        "A client with these credentials and the documented host."
    } else {
        "A client with these credentials at this address."
    };
    let allow = (names.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let new_doc = docs(&[
        lead.into(),
        about.join(" "),
        "# Errors".into(),
        "A credential is empty or holds characters that cannot be sent.".into(),
    ]);
    let variables: Vec<String> = file
        .credentials
        .iter()
        .map(|credential| format!("`{}`", credential.environment))
        .collect();
    let variables = if variables.is_empty() {
        String::new()
    } else {
        format!(" with the credentials in {}", variables.join(" and "))
    };
    let host = &file.base_url.environment;
    let host = if endpoint.is_none() {
        format!(", at `{host}` if that is set")
    } else {
        format!(", at `{host}`")
    };
    let env_doc = docs(&[
        format!("A client{variables}{host}."),
        "# Errors".into(),
        "A variable is missing or its value is malformed; the error names it.".into(),
    ]);
    let moved = endpoint.as_ref().map(|name| quote!(.base_url(#name)));
    let endpoint = endpoint.map(|name| quote!(#name: impl Into<String>,));
    quote! {
        #new_doc
        #[cfg(feature = "reqwest")]
        #allow
        pub fn new(#endpoint #(#names: impl Into<String>),*) -> Result<Self, Error> {
            Self::builder()#moved #(.credential(#wires, #names))*.build()
        }

        #env_doc
        #[cfg(feature = "reqwest")]
        pub fn from_env() -> Result<Self, Error> {
            Self::builder().from_env().build()
        }

        /// A client with a transport, clock, host or limits of the caller's.
        #[must_use]
        pub fn builder() -> Builder<Self> {
            Builder::new(&super::VENDOR)
        }
    }
}

fn methods(operation: &Operation) -> TokenStream {
    let (method, module) = (ident(&operation.method), ident(&operation.module));
    let mut doc = vec![
        format!(
            "{} ({}, section {}).",
            english(&operation.title.en).trim_end_matches('.'),
            inline(&operation.title.zh),
            inline(&operation.section)
        ),
        "One call, which costs money.".into(),
        "# Errors".into(),
    ];
    doc.push("See [`Error`]: wrong input (nothing is sent), transport, a documented status, a reply that\ncannot be verified or understood.".into());
    let doc = docs(&doc);
    let pages = operation.pages_method.as_ref().map(|pages| {
        let doc = docs(&[format!("All pages of [`{method}`](Self::{method}), one call each.")]);
        let pages = ident(pages);
        quote! {
            #doc
            pub fn #pages(&self, request: &super::#module::Request) -> Pages<super::#module::Request> {
                self.caller.pages(request)
            }
        }
    });
    quote! {
        #doc
        pub async fn #method(&self, request: &super::#module::Request) -> Result<Outcome<super::#module::Reply>, Error> {
            self.caller.call(request).await
        }

        #pages
    }
}
