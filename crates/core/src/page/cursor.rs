//! Which page comes next, and whether there is one.

use crate::error::{Error, Kind};
use crate::outcome::{Completeness, Fingerprint};
use crate::request::Arguments;
use crate::spec::{Operation, Paging};
use crate::transport::Phase;

/// Walks the pages of one question without making the calls itself.
///
/// Totals can be wrong in both directions, so the walk goes by what pages hold: it ends where the
/// total is reached exactly, at a short page where there is no total or a wrong one, and at an empty page.
///
/// A list can change between two pages, and then records change their place: some are missed, others
/// come twice. A walk that sees signs of it goes on, and is not [complete](Self::completeness).
#[derive(Debug)]
pub struct Cursor {
    operation: &'static Operation,
    /// Of the next page; `None` once there is none.
    next: Option<Arguments>,
    /// Whether the walk came to the end of the records, and did not just stop.
    ended: bool,
    /// Records before the first page of the walk, which need not be the first of all.
    start: u64,
    limit: u32,
    pages: u32,
    fetched: u64,
    total: Option<u64>,
    /// Whether a page had the size that was asked for.
    sized: bool,
    /// Whether records may have been passed by: the total changed, a numbered page had another size than was asked for, an
    /// empty one speaks of more, or a record came on two pages.
    shifted: bool,
    /// What the pages so far held. Looked through, and not hashed once more: it is a number for each record that was paid for.
    seen: Vec<Fingerprint>,
}

impl Cursor {
    /// A walk that begins with these arguments and asks for at most `limit` pages.
    #[must_use]
    pub fn new(operation: &'static Operation, arguments: Arguments, limit: u32) -> Self {
        let start = operation
            .paging
            .map_or(0, |paging| paging.position(&arguments).before);
        Self {
            operation,
            next: Some(arguments),
            ended: false,
            start,
            limit,
            pages: 0,
            fetched: 0,
            total: None,
            sized: false,
            shifted: false,
            seen: Vec::new(),
        }
    }

    pub(super) fn set_limit(&mut self, limit: u32) {
        self.limit = limit;
    }

    /// The arguments of the next page; `None` when there are no more.
    ///
    /// # Errors
    /// [`Kind::PageLimit`]: there may be more pages than the walk is allowed to ask for.
    pub fn ask(&mut self) -> Option<Result<Arguments, Error>> {
        let arguments = self.next.take()?;
        if self.pages >= self.limit {
            let kind = Kind::PageLimit {
                pages: self.limit,
                fetched: self.fetched,
                total: self.total,
            };
            return Some(Err(self.stop(kind, Phase::NotSent)));
        }
        self.next = Some(arguments.clone());
        Some(Ok(arguments))
    }

    /// Takes note of the page that was asked for last, with the
    /// [`fingerprint`](crate::Outcome::fingerprint) by which a repeated page is known.
    ///
    /// # Errors
    /// [`Kind::RepeatedPage`]: the page is one of those before once more. Its records are not new.
    pub fn arrived(
        &mut self,
        completeness: Completeness,
        fingerprint: Fingerprint,
    ) -> Result<(), Error> {
        let arguments = self.next.take();
        let on_page = completeness.fetched;
        if on_page > 0 && self.seen.contains(&fingerprint) {
            let kind = Kind::RepeatedPage {
                fetched: self.fetched,
            };
            return Err(self.stop(kind, Phase::Answered));
        }
        // What an empty page says of the total is said of that page: some servers say 0 beyond the end.
        if on_page > 0 || self.pages == 0 {
            let total = completeness.total.or(self.total);
            self.shifted |= self.pages > 0 && total != self.total;
            self.total = total;
        } else {
            // But one that speaks of more than came is not the end of the list.
            let came = self.start.saturating_add(self.fetched);
            self.shifted |= completeness.total.is_some_and(|total| total > came);
        }
        self.pages += 1;
        self.fetched += on_page;
        let came = |it: &u64| self.seen.iter().any(|page| page.records().contains(it));
        self.shifted |= fingerprint.records().iter().any(came);
        self.seen.push(fingerprint);
        if on_page > 0 {
            self.next = arguments.and_then(|arguments| self.turned(arguments, on_page));
        }
        self.ended = self.next.is_none();
        Ok(())
    }

    /// How much all pages so far hold. They are everything only if nothing speaks against it.
    #[must_use]
    pub fn completeness(&self) -> Completeness {
        let all = self.total.is_none_or(|total| self.fetched >= total);
        let complete = self.ended && self.start == 0 && all && !self.shifted;
        Completeness {
            fetched: self.fetched,
            total: self.total,
            complete,
        }
    }

    /// The arguments moved to the next page; `None` when there is none.
    fn turned(&mut self, mut arguments: Arguments, on_page: u64) -> Option<Arguments> {
        let paging = self.operation.paging?;
        let position = paging.position(&arguments);
        let reached = self.start.saturating_add(self.fetched);
        if self.total == Some(reached) {
            return None;
        }
        self.sized |= on_page == position.size;
        // Where more came than the total, the total is wrong; and that a page is short is the end only if another one was not: a server
        // may give smaller pages than were asked for.
        let exceeded = self.total.is_some_and(|total| reached > total);
        if on_page < position.size && (self.total.is_none() || exceeded && self.sized) {
            return None;
        }
        let (parameter, next) = match paging {
            Paging::Offset { parameter, .. } => {
                (parameter, position.before.saturating_add(on_page))
            }
            Paging::Page { parameter, .. } => {
                self.shifted |= on_page != position.size;
                (parameter, position.page.saturating_add(1))
            }
        };
        arguments.set(parameter, next.to_string());
        Some(arguments)
    }

    fn stop(&self, kind: Kind, phase: Phase) -> Error {
        Error::new(self.operation.vendor, Some(self.operation), kind, phase)
    }
}

/// Where a page stands among all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// Records before the page's first one.
    pub(crate) before: u64,
    /// Records that a page holds at most.
    pub(crate) size: u64,
    /// The page's number.
    pub(crate) page: u64,
}

impl Paging {
    /// Where the page that those arguments ask for stands.
    pub(crate) fn position(self, arguments: &Arguments) -> Position {
        let number = |name: &str| {
            arguments
                .get(name)
                .and_then(|value| value.parse::<u64>().ok())
        };
        match self {
            Self::Offset { parameter, size } => {
                let before = number(parameter).unwrap_or(0);
                Position {
                    before,
                    size,
                    page: 1 + before / size.max(1),
                }
            }
            Self::Page {
                parameter,
                first,
                size_parameter,
                size,
            } => {
                let size = size_parameter.and_then(number).unwrap_or(size);
                let page = number(parameter).unwrap_or(first);
                Position {
                    before: page.saturating_sub(first).saturating_mul(size),
                    size,
                    page,
                }
            }
        }
    }
}
