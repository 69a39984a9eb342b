//! Reports as a page that needs nothing else: no script, no font, no picture from outside.

use std::fmt::Write;

use zhixing::{Report, State};

use super::SAMPLE;
use super::row::{COLUMNS, row};

const STYLE: &str = "\
body{font:15px/1.5 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1b1f24}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d5dae0}\
th{font-weight:600;background:#f3f5f7}.sample{background:#fff3cd;border:1px solid #e0b400;padding:.6rem 1rem;font-weight:600}\
.found{color:#9a3412}.unavailable{color:#b91c1c;font-weight:600}.not_asked{color:#57606a}.none{color:#1a6b3c}\
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}";

/// First what was asked and what came of it, then the records.
pub(crate) fn report(report: &Report) -> String {
    let mut page = String::new();
    let subject = escaped(report.subject.name.as_str());
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{subject}</title>\
         <style>{STYLE}</style></head><body>\n<h1>{subject}</h1>\n"
    );
    if report.sandbox {
        let _ = writeln!(page, "<p class=\"sample\">{SAMPLE}</p>");
    }
    page.push_str("<h2>Sources 来源</h2>\n");
    sources(&mut page, report);
    let _ = writeln!(page, "<h2>Records 记录 ({})</h2>", report.records.len());
    records(&mut page, report);
    page.push_str("</body></html>\n");
    page
}

fn sources(page: &mut String, report: &Report) {
    headings(
        page,
        &[
            "source",
            "list",
            "state",
            "fetched",
            "total",
            "complete",
            "signature",
            "order number",
            "note",
        ],
    );
    for source in &report.sources {
        let note = match (&source.error, &source.reason) {
            (Some(error), _) => format!("{} → {}", error.message, error.next_step),
            (None, reason) => reason.clone().unwrap_or_default(),
        };
        let asked = source.state != State::NotAsked;
        let cells = [
            source.vendor.clone(),
            source.list.clone().unwrap_or_default(),
            source.state.as_str().replace('_', " "),
            if asked {
                source.fetched.to_string()
            } else {
                String::new()
            },
            source
                .total
                .map(|total| total.to_string())
                .unwrap_or_default(),
            if !asked {
                ""
            } else if source.complete {
                "yes"
            } else {
                "no"
            }
            .to_owned(),
            source.signature.clone().unwrap_or_default(),
            source.order_number.clone().unwrap_or_default(),
            note,
        ];
        line(page, source.state.as_str(), &cells);
    }
    page.push_str("</tbody></table>\n");
}

fn records(page: &mut String, report: &Report) {
    headings(page, &COLUMNS);
    for record in &report.records {
        line(page, "", &row(record));
    }
    page.push_str("</tbody></table>\n");
}

fn headings(page: &mut String, names: &[&str]) {
    page.push_str("<table><thead><tr>");
    for name in names {
        let _ = write!(page, "<th>{}</th>", name.replace('_', " "));
    }
    page.push_str("</tr></thead><tbody>\n");
}

fn line(page: &mut String, class: &str, cells: &[String]) {
    page.push_str("<tr>");
    for (index, cell) in cells.iter().enumerate() {
        let class = if index == 2 && !class.is_empty() {
            format!(" class=\"{class}\"")
        } else {
            String::new()
        };
        let _ = write!(page, "<td{class}>{}</td>", escaped(cell));
    }
    page.push_str("</tr>\n");
}

/// Whatever a vendor sends is text, never markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_a_vendor_sends_is_never_markup() {
        assert_eq!(escaped("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
    }
}
