//! What typed clients of Chinese court-enforcement data share.
//!
//! Vendor crates (`qixin`, `xinshu`, `qcc`, `juhe`, `cloudmarket`) are machine-written data over this
//! crate. It knows no vendor. A program usually depends on one vendor crate and meets these types
//! through it:
//!
//! - [`Outcome`]: records, or that there are none; the receipt of the call; how complete it is
//! - [`Error`]: what went wrong, whether it was sent, whether it was counted, what to do
//! - [`record::Record`]: enforcement in the one form that is the same for all vendors
//! - [`transport::Transport`]: where real HTTP is swapped for a test, a sandbox or a recording
//!
//! A call takes one path: its arguments are checked by the operation's rules, signed, sent through the
//! transport, bounded in time and size, verified where the vendor signs, classified by the status, and only then typed.
//! What ends that path early is an [`Error`], never an empty answer. Sent again is only what [`client::Repeats`] lists.
//!
//! Rooms: [`spec`] describes a vendor as data, [`sign`] signs by it, [`client`] runs the pipeline,
//! [`flatten`] and [`verify`] check signed replies, [`wire`] decodes tolerantly, [`page`] walks pages,
//! [`observe`] tells where replies drift from their document.
//!
//! # Features
//! - `reqwest` (default): real HTTP with TLS by rustls on ring
//! - `tracing` (with `reqwest`): each call is a span, with events for its exchanges and its end (target `zhixing`); names,
//!   sizes, durations and codes, never a value
//! - `gzip`: replies are asked for, and read, compressed; without it servers are asked not to compress
//! - `schemars`: JSON Schemas of the wire types and the unified record
//! - `sha1`, `sha2`, `base64`, `nonce`: what a recipe for signing may use beyond md5; a vendor's crate switches on what its
//!   recipe needs

pub mod any;
pub mod client;
pub mod clock;
pub mod credentials;
mod envelope;
pub mod error;
pub mod flatten;
pub mod host;
mod interpret;
mod json;
pub mod observe;
pub mod operation;
pub mod outcome;
pub mod page;
pub mod personal;
mod reading;
pub mod record;
pub mod request;
pub mod sign;
pub mod spec;
mod text;
mod trace;
pub mod transport;
pub mod verify;
pub mod wire;

pub use error::Error;
pub use outcome::{Answer, Outcome};
pub use page::Pages;
