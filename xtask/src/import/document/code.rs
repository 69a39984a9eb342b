//! Printed code: between fences, or JSON that stands bare in the text.

use super::{Block, Found, Line, words};

/// Code between fences. A fence that is never closed is what is left of one, and stands for nothing.
pub(super) fn fenced(lines: &[&str], number: usize) -> Found {
    let fence = |line: &str| words(line).starts_with("```") || words(line).starts_with("~~~");
    if !fence(lines.first()?) {
        return None;
    }
    let Some(inside) = lines.iter().skip(1).position(|line| fence(line)) else {
        return Some((Vec::new(), 1));
    };
    let code = numbered(lines.get(1..=inside).unwrap_or_default(), number + 1);
    Some((vec![Block::Code(code)], inside + 2))
}

/// JSON without fences: from a line that opens a bracket to the line where as many are closed.
pub(super) fn bare(lines: &[&str], number: usize) -> Found {
    let first = words(lines.first()?);
    if !(first.starts_with("{\"") || matches!(first, "{" | "[" | "[{")) {
        return None;
    }
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (index, line) in lines.iter().enumerate() {
        for c in line.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if in_text => escaped = true,
                '"' => in_text = !in_text,
                '{' | '[' if !in_text => depth += 1,
                '}' | ']' if !in_text => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        if depth == 0 && !in_text {
            let code = numbered(lines.get(..=index).unwrap_or_default(), number);
            return Some((vec![Block::Code(code)], index + 1));
        }
    }
    None // it is never closed: each line stays text
}

fn numbered(lines: &[&str], first: usize) -> Vec<Line> {
    let line = |(index, text): (usize, &&str)| Line {
        number: first + index,
        text: (*text).to_owned(),
    };
    lines.iter().enumerate().map(line).collect()
}
