//! What must hold of every answer and of every failure, whatever the vendor sent.

use serde_json::Value;
use zhixing::Failure;
use zhixing_core::any::AnyOutcome;
use zhixing_core::record::{Record, is_blank};
use zhixing_core::spec::Vendor;
use zhixing_core::transport::Phase;
use zhixing_core::verify::Signature;
use zhixing_core::{Answer, Error};

use super::plain::{digest, plain};
use super::tree::Node;
use super::words::Words;

type Came = Result<AnyOutcome, Error>;

/// Judges what comes of one vendor's replies.
pub(crate) struct Judge {
    vendor: &'static Vendor,
    words: Words,
}

impl Judge {
    pub(crate) fn of(vendor: &'static Vendor) -> Self {
        Self {
            vendor,
            words: Words::of(vendor),
        }
    }

    /// Holds what came against the body that it came from.
    ///
    /// # Errors
    /// A finding.
    pub(crate) fn holds(&self, came: &Came, body: &[u8]) -> Result<(), String> {
        match came {
            Ok(outcome) => self.typed(outcome, body),
            Err(error) => self.refused(error, body),
        }
    }

    fn typed(&self, outcome: &AnyOutcome, body: &[u8]) -> Result<(), String> {
        let receipt = &outcome.receipt;
        if receipt.raw.body() != body {
            return Err("the reply was not kept as it arrived".into());
        }
        let text = text_of(body).ok_or("typed, and no text")?;
        let arrived: Value = serde_json::from_str(text).map_err(|_| "typed, and no JSON")?;
        if !same(&arrived, &outcome.reply) {
            return Err(format!("encoded again, it is {}", outcome.reply));
        }
        let held = receipt.completeness;
        if held.fetched != outcome.records.len() as u64 {
            return Err(format!("{} records, {held:?}", outcome.records.len()));
        }
        if outcome.answer == Answer::None && held.fetched > 0 {
            return Err("none, with records".into());
        }
        if held.complete && held.total.is_some_and(|total| total > held.fetched) {
            return Err(format!("complete, and {held:?}"));
        }
        for record in &outcome.records {
            let json = serde_json::to_value(record).map_err(|error| error.to_string())?;
            let again: Record = serde_json::from_value(json).map_err(|error| error.to_string())?;
            if again != *record {
                return Err(format!("read back from JSON, {record:?} is {again:?}"));
            }
        }
        // What a receipt is for: the code, the number for the vendor's support, and how many there are.
        let order_number = receipt.order_number.as_deref().unwrap_or_default();
        let total = held
            .total
            .map(|total| total.to_string())
            .unwrap_or_default();
        let told = format!("{outcome:?}");
        self.words
            .leak(&told, text, &[&receipt.code, order_number, &total])
    }

    fn refused(&self, error: &Error, body: &[u8]) -> Result<(), String> {
        if error.phase() != Phase::Answered {
            return Err(format!("{error}: it was answered"));
        }
        if error.raw_reply().is_none_or(|raw| raw.body() != body) {
            return Err(format!("{error}: the reply was not kept as it arrived"));
        }
        let code = error.code().unwrap_or_default();
        let failure = serde_json::to_string(&Failure::from(error)).unwrap_or_default();
        let step = error.next_step();
        let told = format!("{error}\n{error:?}\n{error:#?}\n{step}\n{failure}");
        let text = String::from_utf8_lossy(body);
        self.words.leak(&told, &text, &[code])
    }

    /// Where replies are signed, only what the plain way finds signed is handed out; and whoever insists gets the same, and more.
    ///
    /// # Errors
    /// A finding.
    pub(crate) fn certain(
        &self,
        strict: &Came,
        insisting: &Came,
        body: &[u8],
        secret: &str,
    ) -> Result<(), String> {
        let Ok(strict) = strict else {
            return match insisting {
                Ok(outcome) if outcome.receipt.signature == Signature::Verified => {
                    Err("verified, and refused".into())
                }
                _ => Ok(()),
            };
        };
        let Ok(insisting) = insisting else {
            return Err("who insists gets nothing".into());
        };
        if strict.reply != insisting.reply {
            return Err("who insists gets another reply".into());
        }
        // An empty "nothing found" may be unsigned, or signed in any of several ways.
        if strict.answer == Answer::None {
            return Ok(());
        }
        let Some(spec) = &self.vendor.reply_signature else {
            return Ok(());
        };
        let mut node = text_of(body)
            .and_then(Node::read)
            .ok_or("believed, and no JSON in which each key stands once")?;
        let at = |node: &mut Node, path: &[&str]| {
            let found = path.iter().try_fold(node, |node, key| node.member(key));
            found.map(|node| node.write())
        };
        let payload = at(&mut node, spec.payload).unwrap_or_else(|| "null".to_owned());
        let sign = at(&mut node, spec.signature).unwrap_or_default();
        let signed = plain(&payload).ok_or("believed, and there is nothing to sign")?;
        let expected = digest(&format!("{signed}{}{secret}", spec.separator));
        if !sign.trim_matches('"').eq_ignore_ascii_case(&expected) {
            return Err(format!("believed, and the signature is {expected}"));
        }
        Ok(())
    }
}

fn text_of(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    Some(text.trim_start_matches('\u{feff}'))
}

/// Whether both are the same JSON, but for what a documented type reads in another spelling: `"30"` as 30, 1 as true.
fn same(arrived: &Value, again: &Value) -> bool {
    match (arrived, again) {
        (Value::Object(arrived), Value::Object(again)) => {
            arrived.len() == again.len()
                && arrived
                    .iter()
                    .all(|(key, value)| again.get(key).is_some_and(|again| same(value, again)))
        }
        (Value::Array(arrived), Value::Array(again)) => {
            arrived.len() == again.len()
                && arrived
                    .iter()
                    .zip(again)
                    .all(|(arrived, again)| same(arrived, again))
        }
        (Value::Null, Value::Null) => true,
        // A list or an object that is spelled as nothing is written as nothing.
        (Value::String(arrived), Value::String(again)) if again.is_empty() => is_blank(arrived),
        (Value::Null | Value::Array(_) | Value::Object(_), _)
        | (_, Value::Null | Value::Array(_) | Value::Object(_)) => false,
        _ => {
            arrived == again
                || number(arrived).is_some_and(|it| Some(it) == number(again))
                || word(arrived) == word(again)
        }
    }
}

fn word(scalar: &Value) -> String {
    let text = scalar.as_str().map(str::to_owned);
    text.unwrap_or_else(|| scalar.to_string())
}

fn number(scalar: &Value) -> Option<f64> {
    match scalar {
        Value::Bool(value) => Some(f64::from(*value)),
        _ => word(scalar).trim().parse().ok(),
    }
}
