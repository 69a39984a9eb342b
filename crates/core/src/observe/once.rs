//! Each difference once, however many records and replies show it.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::{Drift, Event, Observer};

/// Events that are passed on at most. Paths are made of documented names and of those of unknown fields;
/// only a vendor that invents names without end can reach it.
const MOST_EVENTS: usize = 1024;

/// An observer that passes each event on once, and remembers 1,024 of them at most: one more is told as
/// [`Drift::AndMore`], and then nothing is.
///
/// A client does this by itself. It is for an observer that listens to many clients.
pub struct Once<O> {
    observer: O,
    heard: Mutex<Heard>,
}

type Origin = (&'static str, &'static str, Drift);

#[derive(Default)]
struct Heard {
    /// In order.
    events: Vec<(Origin, String)>,
    too_many: bool,
}

impl<O: Observer> Once<O> {
    /// Passes events on to that observer.
    pub fn new(observer: O) -> Self {
        Self {
            observer,
            heard: Mutex::default(),
        }
    }

    pub(super) fn hear(
        &self,
        vendor: &'static str,
        operation: &'static str,
        path: &str,
        kind: Drift,
    ) {
        // The lock is given back before anybody is called: an observer may use its client.
        let (path, kind) = {
            let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
            match heard.first((vendor, operation, kind), path) {
                First::Known => return,
                First::New => (path, kind),
                First::TooMany => ("$", Drift::AndMore),
            }
        };
        self.observer.observe(&Event {
            vendor,
            operation,
            path: path.to_owned(),
            kind,
        });
    }
}

impl<O: Observer> Observer for Once<O> {
    fn observe(&self, event: &Event) {
        self.hear(event.vendor, event.operation, &event.path, event.kind);
    }
}

impl<O> fmt::Debug for Once<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}

enum First {
    Known,
    New,
    TooMany,
}

impl Heard {
    fn first(&mut self, origin: Origin, path: &str) -> First {
        let order = |(other, its): &(Origin, String)| (other, its.as_str()).cmp(&(&origin, path));
        let Err(place) = self.events.binary_search_by(order) else {
            return First::Known;
        };
        if self.events.len() < MOST_EVENTS {
            self.events.insert(place, (origin, path.to_owned()));
            return First::New;
        }
        if std::mem::replace(&mut self.too_many, true) {
            First::Known
        } else {
            First::TooMany
        }
    }
}
