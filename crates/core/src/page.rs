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
use crate::error::{Error, Kind};
use crate::operation::{Reply, Request};
use crate::outcome::{Answer, Outcome};
use crate::request::Arguments;
use crate::spec::Paging;
use crate::transport::Phase;

/// Pages that a walk fetches at most unless told otherwise.
const DEFAULT_LIMIT: u32 = 100;

/// The pages of one question. A [`Stream`] of outcomes; [`next`](Self::next) needs no stream
/// library.
///
/// Dropping it stops the walk. After an error it is finished.
#[must_use = "nothing is asked until the pages are"]
pub struct Pages<R: Request> {
    walk: Option<Walk>,
    #[allow(clippy::type_complexity)]
    // the future of one step: what it yields and the walk it gives back
    step: Option<
        Pin<
            Box<
                dyn Future<Output = (Option<Result<Outcome<R::Reply>, Error>>, Option<Walk>)>
                    + Send,
            >,
        >,
    >,
    request: PhantomData<fn() -> R>,
}

struct Walk {
    caller: Caller,
    arguments: Arguments,
    limit: u32,
    fetched_pages: u32,
    fetched: u64,
    total: Option<u64>,
    last_page: Option<Vec<u8>>,
}

impl<R: Request> std::fmt::Debug for Pages<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &R::OPERATION.name)
            .finish_non_exhaustive()
    }
}

impl<R: Request> Pages<R> {
    pub(crate) fn new(caller: Caller, arguments: Arguments) -> Self {
        let walk = Walk {
            caller,
            arguments,
            limit: DEFAULT_LIMIT,
            fetched_pages: 0,
            fetched: 0,
            total: None,
            last_page: None,
        };
        Self {
            walk: Some(walk),
            step: None,
            request: PhantomData,
        }
    }

    /// Stops after so many pages (100 unless given), with an error if there are more.
    pub fn limit(mut self, pages: u32) -> Self {
        if let Some(walk) = &mut self.walk {
            walk.limit = pages;
        }
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
        if let Some(walk) = self.walk.take() {
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
    /// Fetches one page. Gives back the walk if there may be another.
    async fn step<R: Request>(
        mut self,
    ) -> (Option<Result<Outcome<R::Reply>, Error>>, Option<Self>) {
        let operation = R::OPERATION;
        let stop = |kind| Error::new(operation.vendor, Some(operation), kind, Phase::NotSent);
        if self.fetched_pages >= self.limit {
            let kind = Kind::PageLimit {
                pages: self.limit,
                fetched: self.fetched,
                total: self.total,
            };
            return (Some(Err(stop(kind))), None);
        }
        let outcome = match self
            .caller
            .call_with::<R::Reply>(operation, self.arguments.clone())
            .await
        {
            Ok(outcome) => outcome,
            Err(error) => return (Some(Err(error)), None),
        };
        self.fetched_pages += 1;
        let on_page = outcome.receipt.completeness.fetched;
        // The order number changes with every call, so pages are compared by their records alone.
        let page = serde_json::to_vec(outcome.reply.records()).unwrap_or_default();
        if on_page > 0 && self.last_page.as_ref() == Some(&page) {
            return (
                Some(Err(stop(Kind::RepeatedPage {
                    fetched: self.fetched,
                }))),
                None,
            );
        }
        self.last_page = Some(page);
        self.fetched += on_page;
        self.total = outcome.receipt.completeness.total.or(self.total);
        let more =
            outcome.answer == Answer::Found && on_page > 0 && self.turn(operation.paging, on_page);
        (Some(Ok(outcome)), more.then_some(self))
    }

    /// Moves the arguments to the next page; `false` when there is none.
    fn turn(&mut self, paging: Option<Paging>, on_page: u64) -> bool {
        let number = |arguments: &Arguments, name: &str| {
            arguments
                .get(name)
                .and_then(|text| text.parse::<u64>().ok())
        };
        let (parameter, next, size) = match paging {
            None => return false,
            Some(Paging::Offset { parameter, size }) => (
                parameter,
                number(&self.arguments, parameter).unwrap_or(0) + on_page,
                size,
            ),
            Some(Paging::Page {
                parameter,
                first,
                size_parameter,
                size,
            }) => {
                let size = size_parameter
                    .and_then(|name| number(&self.arguments, name))
                    .unwrap_or(size);
                (
                    parameter,
                    number(&self.arguments, parameter).unwrap_or(first) + 1,
                    size,
                )
            }
        };
        // Totals can be wrong in both directions: a full page is followed even past the total
        // unless it ends exactly there, and a short page is the last only if the total agrees.
        let reached = self.total.is_none_or(|total| self.fetched >= total);
        let exactly = self.total == Some(self.fetched);
        if exactly || (reached && on_page < size) {
            return false;
        }
        self.arguments.set(parameter, next.to_string());
        true
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
