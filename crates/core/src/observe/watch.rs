//! A client's side of watching.

use std::sync::Arc;

use super::{Event, Observer, Once, differences};
use crate::spec::Operation;

/// A client's observer, and what it has heard.
pub(crate) struct Watch(Once<Shared>);

struct Shared(Arc<dyn Observer>);

impl Observer for Shared {
    fn observe(&self, event: &Event) {
        self.0.observe(event);
    }
}

impl Watch {
    pub(crate) fn new(observer: Arc<dyn Observer>) -> Self {
        Self(Once::new(Shared(observer)))
    }

    /// Holds a reply against its document, and tells what is new.
    pub(crate) fn reply(&self, operation: &'static Operation, text: &str) {
        // What is no JSON has no differences; the call's error says so.
        let _ = differences(operation, text, |difference| {
            let vendor = operation.vendor.name;
            self.0
                .hear(vendor, operation.name, difference.path, difference.kind);
        });
    }
}
