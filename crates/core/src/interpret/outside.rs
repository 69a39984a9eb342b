//! Telling what arrived from its outside: which failure a body that is no reply stands for, in words that hold nothing of it.

use std::sync::Arc;

use serde_json::error::Category;

use crate::error::{Arrived, Error, Kind};
use crate::outcome::RawReply;
use crate::spec::Operation;
use crate::transport::TransportError;

/// The error of an exchange that brought no whole reply. What arrived of one is kept, and where that was no success, the HTTP
/// status says more than the break in its body.
pub(crate) fn broken(operation: &'static Operation, error: TransportError) -> Error {
    let partial = error.partial.map(|partial| {
        let partial = *partial;
        RawReply::new(partial.status, partial.content_type, partial.body)
    });
    let kind = match &partial {
        Some(raw) if !http_ok(raw) => http_error(raw),
        _ => Kind::Transport(error.fault),
    };
    let told = Error::new(operation.vendor, Some(operation), kind, error.phase);
    match partial {
        Some(raw) => told.with_reply(raw),
        None => told,
    }
}

pub(super) fn http_ok(raw: &RawReply) -> bool {
    (200..300).contains(&raw.http_status())
}

/// The body, and what of it is read as JSON; or why it is none.
pub(super) fn text_of(raw: &RawReply) -> Result<(&Arc<String>, &str), Kind> {
    if (300..400).contains(&raw.http_status()) {
        return Err(Kind::Redirect(arrived(raw)));
    }
    let body = raw.shared().ok_or_else(|| {
        let cut = std::str::from_utf8(raw.body()).is_err_and(|error| error.error_len().is_none());
        if cut {
            Kind::Truncated(arrived(raw))
        } else {
            Kind::NotJson(arrived(raw))
        }
    })?;
    // Some servers put a byte order mark before their JSON.
    let text = body.trim_start_matches('\u{feff}');
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Kind::EmptyBody(arrived(raw)));
    }
    if start.starts_with('<') {
        return Err(Kind::Html(arrived(raw)));
    }
    Ok((body, text))
}

pub(super) fn http_error(raw: &RawReply) -> Kind {
    if (300..400).contains(&raw.http_status()) {
        return Kind::Redirect(arrived(raw));
    }
    Kind::Http(arrived(raw))
}

pub(super) fn not_an_object(text: &str, error: &serde_json::Error, arrived: Arrived) -> Kind {
    match error.classify() {
        // To the reader of JSON a number cut after its point is wrong, and not cut.
        Category::Syntax if text.ends_with(['-', '+', '.', 'e', 'E']) && at_end(text, error) => {
            Kind::Truncated(arrived)
        }
        Category::Eof => Kind::Truncated(arrived),
        Category::Data => Kind::Shape {
            path: "$".into(),
            problem: "an object is documented".into(),
            arrived,
        },
        Category::Syntax | Category::Io => Kind::NotJson(arrived),
    }
}

/// Whether the error is about the last character.
fn at_end(text: &str, error: &serde_json::Error) -> bool {
    let last_line = text.rsplit('\n').next().unwrap_or_default();
    let lines = 1 + text.bytes().filter(|byte| *byte == b'\n').count();
    error.line() == lines && error.column() >= last_line.len()
}

pub(super) fn shape(path: String, problem: impl Into<String>, raw: &RawReply) -> Kind {
    Kind::Shape {
        path,
        problem: problem.into(),
        arrived: arrived(raw),
    }
}

pub(super) fn arrived(raw: &RawReply) -> Arrived {
    Arrived::of(raw)
}

pub(super) fn json_path(path: &[&str]) -> String {
    format!("$.{}", path.join("."))
}

/// A code is a short word. Whatever else stands in its place is not repeated in an error: neither a sentence nor a number
/// as long as those of people, telephones and cases are.
pub(super) fn shortened(code: &str) -> String {
    let word = code.len() <= 32
        && code
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let mut digits = code.split(|c: char| !c.is_ascii_digit());
    if word && digits.all(|run| run.len() <= 8) {
        code.to_owned()
    } else {
        format!("of {} characters", code.chars().count())
    }
}
