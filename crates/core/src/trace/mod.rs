//! What a call tells a log: whom it asks, how it went, how long it took and how much came. Never a value.
//!
//! A call is a span, `call`, with the vendor and the operation. In it there is an event for each exchange over HTTP, and one
//! that settles the call: `answered`, `failed`, or `abandoned` where somebody dropped the future. All have the target
//! `zhixing`. The fields are names of documents, numbers, and words of this crate; where a value could stand there is
//! none, so no filter and no level can bring one out.
//!
//! The span has the level of the loudest event in it, so that a log of warnings alone tells whose they are. Nothing here is
//! generic: it is compiled once, and not for each vendor's types. Without a subscriber it costs a look at a static; without
//! the feature `tracing` not even that.

#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod spoken;

#[cfg(not(feature = "tracing"))]
pub(crate) use silent::Call;
#[cfg(feature = "tracing")]
pub(crate) use spoken::Call;
