//! The five vendors' documented protocols, without the vendors.
//!
//! A [`Sandbox`] checks credentials, signatures, times of signing and parameters as the documents say and answers with
//! the documented codes. It answers the documented examples for their subjects and invented records for the people and
//! companies of a small synthetic world, and signs its replies where the vendor does. Nothing it says is about anybody:
//! whoever shows its answers must say so.
//!
//! It is used in two ways that share every line of the protocol: in-process, as the
//! [`Transport`](zhixing_core::transport::Transport) of a client, without a socket; and on a port of this machine
//! ([`serve()`]), for programs of any language.
//!
//! ```
//! use zhixing_core::any::AnyClient;
//! use zhixing_core::client::{Builder, Caller};
//! use zhixing_core::request::Arguments;
//! use zhixing_sandbox::Sandbox;
//! # struct Client(Caller);
//! # impl From<Caller> for Client { fn from(caller: Caller) -> Self { Self(caller) } }
//!
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
//! let sandbox = Sandbox::new();
//! // With a vendor crate: `xinshu::Client::builder()`.
//! let client: Client = Builder::new(&xinshu::VENDOR)
//!     .from_lookup(|variable| sandbox.lookup(variable))
//!     .transport(sandbox.transport_for("xinshu"))
//!     .build()?;
//! let asked = Arguments::new().with("q", "上海东虹桥融资担保股份有限公司");
//! let operation = &xinshu::executed_one_key_search::OPERATION;
//! let found = client.0.call_with::<xinshu::executed_one_key_search::Reply>(operation, asked).await?;
//! assert_eq!(found.records().len(), 2);
//! # Ok::<(), zhixing_core::Error>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Days that do not go well
//!
//! By default every call goes well. A [`Builder`], or a scenario file read by [`Sandbox::from_scenario`], gives vendors
//! [`Account`]s that run out or are shut out, [`Fault`]s that meet calls on a [`Route`], and [`ForcedAnswer`]s. The
//! [`Bill`] says what was counted. `docs/sandbox.md` lists all of it.
//!
//! ```
//! use zhixing_sandbox::{Account, Fault, Route, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .account("qcc", Account::new().balance(5))
//!     .fault(Route::to("qixin").times(1), Fault::BillThenDrop)
//!     .build()?;
//! assert_eq!(sandbox.bill().counted("qcc"), 0);
//! # Ok::<(), zhixing_sandbox::SandboxError>(())
//! ```
//!
//! # Who can be found
//!
//! | subject | what is held |
//! |---|---|
//! | 上海东虹桥融资担保股份有限公司 | xinshu's documented example; the same two cases at qixin, qcc and cloudmarket, with one disagreement each |
//! | 博山鲁星环保机械厂 | qixin's documented example; 2 invented cases elsewhere |
//! | 乐视云计算有限公司 | cloudmarket's documented example; 3 invented cases elsewhere |
//! | 沙箱示例贸易有限公司, 沙箱样本制造有限公司 | 1 and 6 invented cases |
//! | 大量记录测试有限公司 | 57 invented cases: several pages |
//! | `xxxxxxx` | qcc's documented example |
//! | juhe, person 张德洲 | the documented example for list 1 (31 records), 4 invented records for 2, none for 3; the company does not matter |
//! | juhe, persons 王样例, 李示范, 钱多页 | 1, 2, 0 · 2, 0, 3 · 57, 57, 57 … invented records on lists 1, 2, 3 |
//!
//! Companies are found by name, organisation code and, the invented ones, credit code. Anybody else is answered as the
//! vendor answers when nothing is found.
//!
//! # What can go wrong
//!
//! By default nothing does. [`Builder`] opens accounts that run out or are shut out ([`Account`]), lets calls fail on the
//! way ([`Fault`]), and forces any documented code ([`ForcedAnswer`]), each for the calls of a [`Route`]; a scenario file
//! says the same in JSON ([`Sandbox::from_scenario`], described in `docs/sandbox.md`). What was asked and what of it
//! counts is on the [`Bill`].
//!
//! ```
//! use zhixing_sandbox::{Account, Fault, Route, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .account("qcc", Account::new().balance(5))
//!     .fault(Route::to("qixin").times(1), Fault::BillThenDrop)
//!     .answer("juhe", "10014")
//!     .build()?;
//! assert_eq!(sandbox.bill().counted("qcc"), 0);
//! # Ok::<(), zhixing_sandbox::SandboxError>(())
//! ```
//!
//! # What the documents leave open
//!
//! - A time of signing may be five minutes from the sandbox's clock, unless the account says otherwise; no document prints
//!   a window.
//! - The case of a signature's digits counts unless the document says that it does not (xinshu).
//! - A request is judged in this order: address of the product, method, key, signature, time; then the account: switched
//!   off, caller's address, product, rate, quota, balance; then the parameters. Parameters that the document does not list
//!   are ignored.
//! - Refusals carry no order number, as the one documented example of a failure does not.
//! - Where a document has no code for a reason (cloudmarket: for none; qixin and xinshu: for calls that come too fast;
//!   xinshu: for money), the refusal is an HTTP status: 400, 401, 403, 429.
//! - A page past the last is a success with an empty list and the total.

mod account;
mod builder;
mod error;
mod example;
mod exchange;
mod fault;
mod forced;
// Written by the generator, which has its own layout.
#[rustfmt::skip]
mod generated;
mod protocol;
mod route;
mod sandbox;
mod scenario;
mod serve;
mod served;
mod state;
mod world;

pub use account::Account;
pub use builder::Builder;
pub use error::SandboxError;
pub use example::{Example, State};
pub use exchange::VendorTransport;
pub use fault::Fault;
pub use forced::ForcedAnswer;
pub use generated::EXAMPLES;
pub use route::Route;
pub use sandbox::Sandbox;
pub use serve::{listen, serve};
pub use state::{Bill, Entry};
