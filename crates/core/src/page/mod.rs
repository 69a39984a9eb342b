//! All pages of an answer, one call each, with a hard stop.
//!
//! Every page is a purchase, so pages are fetched one at a time and only when asked for. The walk
//! ends where the vendor's records end; it also ends, with an error that says so, at the limit of
//! pages and when the vendor repeats itself. It never ends silently in the middle.

use std::collections::VecDeque;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::client::Caller;
use crate::error::Error;
use crate::operation::{Reply, Request};
use crate::outcome::Outcome;
use crate::request::Arguments;
use crate::spec::Operation;

mod cursor;

pub use cursor::Cursor;
pub(crate) use cursor::Position;

/// Pages that a walk fetches at most unless told otherwise.
const DEFAULT_LIMIT: u32 = 100;

/// The pages of one question. A [`Stream`] of outcomes; [`next`](Self::next) needs no stream
/// library.
///
/// Dropping it stops the walk. After an error it is finished.
#[must_use = "nothing is asked until the pages are"]
pub struct Pages<R: Request> {
    walk: Option<Walk>,
    step: Option<Pin<Box<dyn Future<Output = Step<R>> + Send>>>,
    /// Here and not in the walk, which is out of reach while a page is under way.
    limit: u32,
    request: PhantomData<fn() -> R>,
}

/// What one step yields, and the walk for the next.
type Step<R> = (
    Option<Result<Outcome<<R as Request>::Reply>, Error>>,
    Option<Walk>,
);

struct Walk {
    caller: Caller,
    cursor: Cursor,
}

impl<R: Request> std::fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &R::OPERATION.name)
            .finish_non_exhaustive()
    }
}

impl<R: Request> Pages<R> {
    pub(crate) fn new(caller: &Caller, arguments: Arguments) -> Self {
        Self {
            walk: Some(Walk::new(caller, R::OPERATION, arguments)),
            step: None,
            limit: DEFAULT_LIMIT,
            request: PhantomData,
        }
    }

    /// Stops after so many pages (100 unless given), with an error if there are more.
    pub fn limit(mut self, pages: u32) -> Self {
        self.limit = pages;
        self
    }

    /// The next page; `None` when there are no more.
    ///
    /// # Errors
    /// See [`Error`]. No further page follows an error.
    pub async fn next(&mut self) -> Option<Result<Outcome<R::Reply>, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The records of all pages, one by one.
    pub fn records(self) -> Records<R> {
        Records {
            pages: self,
            waiting: VecDeque::new(),
        }
    }
}

impl<R: Request> Unpin for Pages<R> {}

impl<R: Request> Stream for Pages<R> {
    type Item = Result<Outcome<R::Reply>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(mut walk) = self.walk.take() {
            walk.cursor.set_limit(self.limit);
            self.step = Some(Box::pin(walk.step::<R>()));
        }
        let Some(step) = &mut self.step else {
            return Poll::Ready(None);
        };
        let (item, walk) = std::task::ready!(step.as_mut().poll(context));
        self.step = None;
        self.walk = walk;
        Poll::Ready(item)
    }
}

impl Walk {
    fn new(caller: &Caller, operation: &'static Operation, arguments: Arguments) -> Self {
        Self {
            caller: caller.clone(),
            cursor: Cursor::new(operation, arguments, DEFAULT_LIMIT),
        }
    }

    /// Fetches one page. Gives back the walk unless an error ended it.
    async fn step<R: Request>(mut self) -> Step<R> {
        let arguments = match self.cursor.ask() {
            None => return (None, None),
            Some(Err(error)) => return (Some(Err(error)), None),
            Some(Ok(arguments)) => arguments,
        };
        let call = self.caller.call_with::<R::Reply>(R::OPERATION, arguments);
        let outcome = match call.await {
            Ok(outcome) => outcome,
            Err(error) => return (Some(Err(error)), None),
        };
        match self
            .cursor
            .arrived(outcome.receipt.completeness, outcome.fingerprint())
        {
            Ok(()) => (Some(Ok(outcome)), Some(self)),
            Err(error) => (Some(Err(error)), None),
        }
    }
}

/// The records of all pages, one by one. A [`Stream`].
#[must_use = "nothing is asked until the records are"]
pub struct Records<R: Request> {
    pages: Pages<R>,
    waiting: VecDeque<<R::Reply as Reply>::Record>,
}

impl<R: Request> std::fmt::Debug for Records<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Records")
            .field("waiting", &self.waiting.len())
            .finish_non_exhaustive()
    }
}

impl<R: Request> Records<R> {
    /// The next record; `None` when there are no more.
    ///
    /// # Errors
    /// See [`Error`]. No further record follows an error.
    pub async fn next(&mut self) -> Option<Result<<R::Reply as Reply>::Record, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<R: Request> Unpin for Records<R> {}

impl<R: Request> Stream for Records<R> {
    type Item = Result<<R::Reply as Reply>::Record, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(record) = self.waiting.pop_front() {
                return Poll::Ready(Some(Ok(record)));
            }
            match std::task::ready!(Pin::new(&mut self.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(outcome)) => self.waiting.extend(outcome.reply.into_records()),
            }
        }
    }
}
