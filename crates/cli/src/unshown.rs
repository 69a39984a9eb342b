//! What is being written to standard output and was paid for.
//!
//! A reader may keep the writer waiting for ever. Whoever ends the command then keeps what the reader did not take.

use std::sync::{Arc, Mutex, PoisonError};

/// Held while it is written. Clones hold the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unshown(Arc<Mutex<Option<Held>>>);

/// An answer, and the ending of a file that would hold it.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) bytes: Vec<u8>,
    pub(crate) ending: &'static str,
}

impl Unshown {
    /// Holds it while that is done.
    pub(crate) fn during<T>(
        &self,
        bytes: &[u8],
        ending: &'static str,
        work: impl FnOnce() -> T,
    ) -> T {
        self.put(Some(Held {
            bytes: bytes.to_vec(),
            ending,
        }));
        let done = work();
        self.put(None);
        done
    }

    /// Whether something is being written.
    pub(crate) fn is_held(&self) -> bool {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        place.is_some()
    }

    /// What is being written, if anything is.
    pub(crate) fn take(&self) -> Option<Held> {
        self.put(None)
    }

    fn put(&self, held: Option<Held>) -> Option<Held> {
        // It is whole after every step.
        let mut place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut place, held)
    }
}
