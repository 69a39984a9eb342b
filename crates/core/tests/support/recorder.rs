//! A log that keeps all that any library tells it, at every level, through `tracing` and through `log`: every span and event with the
//! `Debug` of each of its fields.
#![allow(dead_code, unreachable_pub, missing_docs)]

use std::fmt::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Which places of the code anybody listens to is kept once for the process, so tests with logs of their own take turns.
pub fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    // A test that failed spoils nothing for the next.
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One line for each span and event. Clones share it.
#[derive(Clone, Default)]
pub struct Recorder {
    lines: Arc<Mutex<Vec<String>>>,
    /// Nothing that is quieter than this; everything where there is none.
    loudest: Option<Level>,
}

impl Recorder {
    pub fn up_to(level: Level) -> Self {
        Self {
            lines: Arc::default(),
            loudest: Some(level),
        }
    }

    /// What was told since the last time.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.lines.lock().unwrap())
    }

    fn keep(&self, line: String) {
        self.lines.lock().unwrap().push(line);
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

fn line(what: &str, metadata: &Metadata<'_>, fields: impl FnOnce(&mut Line)) -> String {
    let mut line = Line(format!(
        "{what} {} {} {}",
        metadata.level(),
        metadata.target(),
        metadata.name()
    ));
    fields(&mut line);
    line.0
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.loudest.is_none_or(|level| *metadata.level() <= level)
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.keep(line("span", span.metadata(), |line| span.record(line)));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line("record".to_owned());
        values.record(&mut line);
        self.keep(line.0);
    }

    fn event(&self, event: &Event<'_>) {
        self.keep(line("event", event.metadata(), |line| event.record(line)));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Libraries that speak `log` tell it to whoever was installed first, once in a process.
impl log::Log for Recorder {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        self.keep(format!(
            "log {} {} {}",
            record.level(),
            record.target(),
            record.args()
        ));
    }

    fn flush(&self) {}
}
