//! The log that `-v` asks for, on stderr beside the talk.
//!
//! `-v` is what our clients tell of each call (target `zhixing`), `-vv` what every library below tells too. A line is text,
//! or a JSON object where the answer is JSON, so that stderr stays one object a line. No level holds a value: what the
//! clients tell has none, and of the libraries it was measured (docs/command.md, "Logs").

use std::fmt::{Debug, Write};

use serde_json::{Map, Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

use crate::talk::Talk;

/// The target of what our own clients tell.
const OURS: &str = "zhixing";

/// Begins to log. Without `-v` nothing is installed, and nothing costs anything.
pub(crate) fn install(verbose: u8, talk: Talk) {
    if verbose == 0 {
        return;
    }
    let all = verbose > 1;
    let log = Log { all, talk };
    // Fails where somebody else has begun to log, and in this process nobody has.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(log));
    if all && log::set_boxed_logger(Box::new(log)).is_ok() {
        log::set_max_level(log::LevelFilter::Trace);
    }
}

#[derive(Debug, Clone, Copy)]
struct Log {
    all: bool,
    talk: Talk,
}

/// The fields of a span or an event, in their order.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.put(field, format!("{value:?}").into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value.into());
    }
}

impl Fields {
    fn put(&mut self, field: &Field, value: Value) {
        self.0.insert(field.name().to_owned(), value);
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Log {
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: Context<'_, S>) -> bool {
        self.all || metadata.target() == OURS
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            let mut fields = Fields::default();
            attributes.record(&mut fields);
            span.extensions_mut().insert(fields);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(outer) = span.extensions().get::<Fields>() {
                fields.0.extend(outer.0.clone());
            }
        }
        event.record(&mut fields);
        let metadata = event.metadata();
        self.write(level(*metadata.level()), metadata.target(), fields.0);
    }
}

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let mut fields = Map::new();
        fields.insert("message".into(), record.args().to_string().into());
        let level = record.level().as_str().to_ascii_lowercase();
        self.write(&level, record.target(), fields);
    }

    fn flush(&self) {}
}

impl Log {
    fn write(&self, level: &str, target: &str, mut fields: Map<String, Value>) {
        if self.talk.json {
            let mut line = Map::new();
            line.insert("type".into(), "log".into());
            line.insert("level".into(), level.into());
            line.insert("target".into(), target.into());
            line.extend(fields);
            return self.talk.line(&json!(line).to_string());
        }
        let message = fields.shift_remove("message").unwrap_or_default();
        let mut line = format!("{level} {target}: {}", bare(&message));
        for (name, value) in &fields {
            // Into a string, writing cannot fail.
            let _ = write!(line, " {name}={}", bare(value));
        }
        self.talk.line(&line);
    }
}

/// Text without its quotes.
fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::ERROR => "error",
        Level::WARN => "warn",
        Level::INFO => "info",
        Level::DEBUG => "debug",
        Level::TRACE => "trace",
    }
}
