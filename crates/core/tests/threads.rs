//! Calls on several threads do not wait for each other: no lock is held over the clock, the sending or the typing of a reply.
//!
//! At each of these two calls of one client must be met at the same time, or neither goes on.

mod support;

use std::sync::{Condvar, Mutex};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use support::{KEY, plain};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::{Clock, Timestamp};
use zhixing_core::operation::{self, Request as _};
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_core::wire::{Extra, Fields, Object, Show};

/// Where two must be at once. That the other does not come is told after a time that no thread needs.
struct Meeting(Mutex<usize>, Condvar);

impl Meeting {
    const fn new() -> Self {
        Self(Mutex::new(0), Condvar::new())
    }

    fn attend(&self) {
        let mut here = self.0.lock().unwrap();
        *here += 1;
        self.1.notify_all();
        let wait = Duration::from_secs(20);
        let waited = self.1.wait_timeout_while(here, wait, |here| *here < 2);
        // The lock is given back first, so that a failure of one is not reported as the other's.
        let late = waited.unwrap().1.timed_out();
        assert!(!late, "the other call waits for this one");
    }
}

static SIGNING: Meeting = Meeting::new();
static SENDING: Meeting = Meeting::new();
static TYPING: Meeting = Meeting::new();

#[derive(Debug)]
struct MeetingClock;

impl Clock for MeetingClock {
    fn now(&self) -> Timestamp {
        SIGNING.attend();
        Timestamp::UNIX_EPOCH
    }
}

#[derive(Debug)]
struct MeetingTransport;

#[async_trait::async_trait]
impl Transport for MeetingTransport {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        SENDING.attend();
        let text =
            r#"{"error_code": 0, "reason": "", "result": {"total": 1, "list": [{"id": 1}]}}"#;
        Ok(HttpReply::new(200, None, text))
    }
}

#[derive(Default, Serialize, Deserialize)]
struct MeetingReply(plain::Reply);

impl Object for MeetingReply {
    fn lend(&mut self, fill: &mut dyn FnMut(Fields<'_, '_>)) {
        TYPING.attend();
        self.0.lend(fill);
    }

    fn show(&self, to: &mut dyn Show) {
        self.0.show(to);
    }

    fn extra(&self) -> &Extra {
        self.0.extra()
    }
}

impl operation::Reply for MeetingReply {
    type Record = plain::Row;

    fn records(&self) -> &[plain::Row] {
        self.0.records()
    }

    fn into_records(self) -> Vec<plain::Row> {
        self.0.into_records()
    }

    fn total(&self) -> Option<i64> {
        self.0.total()
    }
}

#[test]
fn two_calls_are_signed_sent_and_typed_at_the_same_time() {
    let client: Caller = Builder::new(&plain::VENDOR)
        .credential("key", KEY)
        .clock(MeetingClock)
        .transport(MeetingTransport)
        .build()
        .unwrap();
    let call = || {
        let arguments = plain::Request::new("某某").arguments();
        let call = client.call_with::<MeetingReply>(&plain::OPERATION, arguments);
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        assert_eq!(runtime.unwrap().block_on(call).unwrap().records().len(), 1);
    };
    std::thread::scope(|scope| {
        scope.spawn(call);
        scope.spawn(call);
    });
}
