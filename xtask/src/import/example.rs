//! The replies that a document prints, as JSON.
//!
//! Text extraction breaks printed JSON: pages split it, long texts are wrapped, a bracket is lost. What can
//! be mended so that only one reading is left is mended, and each repair is told; anything else is
//! left out. Nothing is ever read from an example that is no JSON.

use serde_json::Value;

use super::document::{Block, Line, words};
use super::field::Field;
use super::label::{self, Subject};
use super::mend;
use super::remark::Remarks;
use super::tail;

/// A printed reply.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Example {
    /// The line in which it begins.
    pub(super) line: usize,
    /// The line of text above it.
    pub(super) label: String,
    pub(super) value: Value,
    pub(super) repairs: Vec<String>,
    /// The printed lines.
    lines: Vec<Line>,
}

impl Example {
    /// The line in which a key stands first.
    pub(super) fn line_of(&self, key: &str) -> usize {
        let quoted = format!("\"{key}\"");
        let line = self.lines.iter().find(|line| line.text.contains(&quoted));
        line.map_or(self.line, |line| line.number)
    }
}

/// Finds the printed replies. `reply` is what the tables say of them.
pub(super) fn find(blocks: &[Block], reply: &[Field], remarks: &mut Remarks) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        at += 1;
        let Block::Code(code) = block else { continue };
        let Some(first) = code.iter().find(|line| !words(&line.text).is_empty()) else {
            continue;
        };
        if !words(&first.text).starts_with(['{', '[']) {
            if first.text.contains("\":") || first.text.contains("\" :") {
                let reason = "Printed JSON that does not begin here: what it shows is not in the draft, but for what the example's entry says under `repairs`.";
                remarks.left_out(first.number, words(&first.text), reason);
            }
            continue;
        }
        let label = label_above(blocks.get(..at - 1).unwrap_or_default());
        if !is_reply(&label, code, reply) {
            let reason = "Printed JSON that is not said to be a reply.";
            remarks.left_out(first.number, words(&first.text), reason);
            continue;
        }
        match read(blocks.get(at - 1..).unwrap_or_default(), reply) {
            Ok((mut value, mut repairs, taken)) => {
                let whole = blocks.get(at - 1..at - 1 + taken).unwrap_or_default();
                let mut lines = lines(whole);
                at += taken - 1;
                if let Some(Block::Code(rest)) = last_piece(blocks.get(at..).unwrap_or_default()) {
                    let added = tail::attach(&mut value, rest);
                    if !added.is_empty() {
                        repairs.push(format!(
                            "The example goes on behind brackets that close too early: {} is read from its end, and what stands between is left out.",
                            added.join(", ")
                        ));
                        lines.extend(rest.iter().cloned());
                    }
                }
                examples.push(Example {
                    lines,
                    line: first.number,
                    label,
                    value,
                    repairs,
                });
            }
            Err((reason, taken)) => {
                at += taken - 1;
                remarks.left_out(first.number, words(&first.text), reason);
            }
        }
    }
    examples
}

/// The last of the pieces of code that stand directly here and begin with no bracket.
fn last_piece(blocks: &[Block]) -> Option<&Block> {
    let is_piece = |block: &&Block| match block {
        Block::Code(code) => {
            let first = code
                .iter()
                .map(|line| words(&line.text))
                .find(|line| !line.is_empty());
            first.is_some_and(|line| !line.starts_with(['{', '[']))
        }
        _ => false,
    };
    blocks.iter().take_while(is_piece).last()
}

fn label_above(blocks: &[Block]) -> String {
    match blocks.last() {
        Some(Block::Text(line)) => label::unnumbered(&line.text).to_owned(),
        _ => String::new(),
    }
}

/// Whether the words above, or the keys inside, say that this is a reply.
fn is_reply(label: &str, code: &[Line], reply: &[Field]) -> bool {
    let of_request = ["请求", "request", "入参", "输入"]
        .iter()
        .any(|word| label.to_lowercase().contains(word));
    if of_request
        && !["返回", "响应", "response"]
            .iter()
            .any(|word| label.to_lowercase().contains(word))
    {
        return false;
    }
    let says = matches!(
        label::subject(label),
        Some(Subject::Example | Subject::Reply)
    );
    let names = |line: &Line, field: &Field| line.text.contains(&format!("\"{}\"", field.name));
    says || reply
        .iter()
        .any(|field| code.iter().any(|line| names(line, field)))
}

/// The JSON that begins with the first block, with what was mended and how many blocks it takes.
fn read(blocks: &[Block], reply: &[Field]) -> Result<(Value, Vec<String>, usize), (String, usize)> {
    let mut lines: Vec<&Line> = Vec::new();
    let mut failure = String::new();
    let mut taken = 0;
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Code(code) if index > 0 && begins_anew(&lines, code) => break,
            Block::Code(code) => lines.extend(code),
            Block::Text(line) if heads_something(&line.text) => break,
            Block::Text(line) => {
                lines.push(line);
                continue;
            }
            Block::Table(_) => break,
        }
        taken = index + 1;
        let parts = blocks.get(..taken).unwrap_or_default();
        let mut repairs = Vec::new();
        if parts.len() > 1 {
            repairs.push(
                "Pages split the example into pieces: they are put together again.".to_owned(),
            );
        }
        let text = join(&lines);
        match serde_json::from_str::<Value>(&text) {
            Ok(value) => return Ok((value, repairs, taken)),
            Err(error) => {
                let line = lines
                    .get(error.line().saturating_sub(1))
                    .map_or(0, |line| line.number);
                failure = format!(
                    "The printed reply is no JSON, by line {line} ({error}): write it by hand."
                );
            }
        }
        let (joined, wrapped) = mend::join_texts(&text);
        if wrapped {
            repairs.push("Lines wrapped inside a text are joined with nothing.".into());
        }
        if let Ok(value) = serde_json::from_str::<Value>(&joined) {
            return Ok((value, repairs, taken));
        }
        if let Some((value, repair)) = mend::close(&joined, reply) {
            repairs.push(repair);
            return Ok((value, repairs, taken));
        }
    }
    Err((failure, taken.max(1)))
}

/// Whether the code begins an example of its own although the one before is not complete: it opens with a
/// bracket, and what stands before ended a value.
fn begins_anew(before: &[&Line], code: &[Line]) -> bool {
    let opens = code
        .iter()
        .map(|line| words(&line.text))
        .find(|line| !line.is_empty());
    let end = before
        .iter()
        .rev()
        .map(|line| words(&line.text))
        .find(|line| !line.is_empty());
    opens.is_some_and(|line| line.starts_with(['{', '[']))
        && end.is_some_and(|line| {
            line.ends_with(['}', ']', '"']) || line.ends_with(|c: char| c.is_alphanumeric())
        })
}

fn heads_something(text: &str) -> bool {
    !text.starts_with('"') && label::subject(text).is_some()
}

fn join(lines: &[&Line]) -> String {
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    texts.join("\n")
}

fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Text(line) => lines.push(line.clone()),
            Block::Code(code) => lines.extend(code.clone()),
            Block::Table(_) => {}
        }
    }
    lines
}
