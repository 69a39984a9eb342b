//! Reports as a page that needs nothing else: no script, no font, no picture from outside.
//!
//! It can be kept in a file next to a decision, opened without a network, and printed. A policy in
//! its head forbids it to load anything, so that not even a mistake here could tell anyone that a
//! subject was looked up. Every text is escaped by the template.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use zhixing::Report;

use super::text::visible;
use super::words::{self, Lang};

mod cases;
mod evidence;
mod summary;
mod timeline;

const STYLE: &str = include_str!("style.css");

/// Nothing may be loaded and nothing run; the style is in the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What a printed page of sample data says on every sheet.
const SAMPLE_ON_EVERY_SHEET: &str = "@page{@top-center{content:\"SAMPLE DATA 沙箱示例数据\";font:600 9pt system-ui,sans-serif;color:#8a5300}}";

/// The language of vendors' texts.
const ZH: &str = "zh-CN";

/// The page. `asked` is the time of the question, as it is to be shown.
pub(crate) fn report(report: &Report, lang: Lang, asked: &str) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Titles go into histories, lists of windows and printed files: none of the subject there.
                title { (words::title(lang)) " · " (asked) }
                style { (PreEscaped(STYLE)) @if report.sandbox { (PreEscaped(SAMPLE_ON_EVERY_SHEET)) } }
            }
            body {
                @if report.sandbox { p.sample { (words::sample(lang)) } }
                (summary::top(report, lang, asked))
                main {
                    (summary::verdict(report, lang))
                    (contents(report, lang))
                    (summary::sources(report, lang))
                    @if !report.cases.is_empty() {
                        (timeline::timeline(report, lang))
                        (cases::cases(report, lang))
                    }
                    (evidence::evidence(report, lang))
                }
                footer { (words::by(lang)) " zhixing " (env!("CARGO_PKG_VERSION")) }
            }
        }
    };
    page.into_string() + "\n"
}

fn contents(report: &Report, lang: Lang) -> Markup {
    html! {
        nav aria-label=(words::contents(lang)) {
            a href="#sources" { (words::sources(lang)) }
            @if !report.cases.is_empty() {
                a href="#timeline" { (words::timeline(lang)) }
                a href="#cases" { (words::cases(lang)) " (" (report.cases.len()) ")" }
            }
            a href="#evidence" { (words::evidence(lang)) }
        }
    }
}

/// A vendor by its own name and ours.
fn vendor(name: &str) -> Markup {
    let title = zhixing::vendor(name).map(|entry| entry.vendor.title.zh);
    html! {
        @if let Some(title) = title { span lang=(ZH) { (title) } " " }
        (visible(name))
    }
}
