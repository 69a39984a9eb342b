//! `status.rs`: the vendor's status codes as an enumeration.

use super::data::quoted;
use super::text::{Function, Item, Written, arm, docs};
use super::vendor::status_doc;
use crate::model::naming::Scope;
use crate::model::{Status, Vendor};

/// The items of `status.rs`.
#[must_use]
pub fn items(vendor: &Vendor) -> Vec<Item> {
    let statuses = &vendor.file.statuses;
    let mut scope = Scope::variants(true);
    let variants: Vec<String> = statuses
        .iter()
        .map(|status| scope.claim(&status.name))
        .collect();
    vec![
        Item::lines("use zhixing_core::{Error, spec};"),
        Item::lines(enumeration(vendor, &variants)),
        Item::Impl("impl Status".into(), lookups(statuses, &variants)),
    ]
}

fn enumeration(vendor: &Vendor, variants: &[String]) -> String {
    let doc = [
        "The status codes that the document lists.".into(),
        example(vendor, variants),
    ];
    let mut out = docs(&doc, 0);
    out.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[non_exhaustive]\npub enum Status {\n");
    for (status, variant) in vendor.file.statuses.iter().zip(variants) {
        let held = if status.code.range().is_some() {
            "(i64)"
        } else {
            ""
        };
        out.push_str(&docs(&status_doc(status), 4));
        out.push_str(&format!("    {variant}{held},\n"));
    }
    out + "}"
}

/// Between codes and variants. Without ranges each code is a text that is written down here; a variant of a range holds the code that
/// arrived.
fn lookups(statuses: &[Status], variants: &[String]) -> Vec<Written> {
    let named = || statuses.iter().zip(variants);
    let (mut from, mut to, mut ranges) = (String::new(), String::new(), String::new());
    let has_ranges = statuses.iter().any(|status| status.code.range().is_some());
    let into = if has_ranges { ".into()" } else { "" };
    for (status, variant) in named() {
        if let Some((first, last)) = status.code.range() {
            ranges.push_str(&format!(
                "                        {first}..={last} => Self::{variant}(number),\n"
            ));
        } else {
            let code = quoted(&status.code.to_string());
            from.push_str(&format!("                {code} => Self::{variant},\n"));
            to.push_str(&arm(&format!("Self::{variant}"), &format!("{code}{into}")));
        }
    }
    for (_, variant) in named().filter(|(status, _)| status.code.range().is_some()) {
        to.push_str(&arm(
            &format!("Self::{variant}(code)"),
            "code.to_string().into()",
        ));
    }
    let otherwise = if has_ranges {
        format!("{RANGES}{ranges}{REST}")
    } else {
        "return None,\n".to_owned()
    };
    let (of, returns, meaning) = if has_ranges {
        (
            "        error.status()?;\n        error.code().and_then(Self::from_code)\n",
            " -> std::borrow::Cow<'static, str>",
            "        spec::meaning_of(&super::VENDOR, &self.code())\n",
        )
    } else {
        (
            "        error.status().and_then(|status| Self::from_code(status.code))\n",
            " -> &'static str",
            "        spec::meaning_of(&super::VENDOR, self.code())\n",
        )
    };
    let function = |doc: &str, head, argument, returns, body: &str| {
        let function = Function {
            doc: &[doc.to_owned()],
            attributes: &["#[must_use]"],
            head,
            arguments: &[argument],
            returns,
            body,
        };
        function.written()
    };
    let from = format!(
        "        Some(\n            match code {{\n{from}                _ => {otherwise}            }},\n        )\n"
    );
    let to = format!("        match self {{\n{to}        }}\n");
    vec![
        function(
            "The status that made a call fail; `None` for a failure that is not a documented status.",
            "pub fn of",
            "error: &Error",
            " -> Option<Self>",
            of,
        ),
        function(
            "The status of that code.",
            "pub fn from_code",
            "code: &str",
            " -> Option<Self>",
            &from,
        ),
        function("The code on the wire.", "pub fn code", "self", returns, &to),
        function(
            "What the document says of it.",
            "pub fn meaning",
            "self",
            " -> &'static str",
            meaning,
        ),
    ]
}

/// What a code that is written down nowhere is looked for in: the ranges stand between the two.
const RANGES: &str = "{
                    let number = code
                        .parse::<i64>()
                        .ok()
                        .filter(|number| number.to_string() == code)?;
                    match number {
";
const REST: &str = "                        _ => return None,
                    }
                }
";

fn example(vendor: &Vendor, variants: &[String]) -> String {
    let name = &vendor.file.vendor;
    let balance = vendor
        .file
        .statuses
        .iter()
        .position(|status| status.class == "balance" && status.code.range().is_none())
        .and_then(|index| variants.get(index));
    let arm = balance
        .map(|variant| {
            format!("    Some({name}::Status::{variant}) => println!(\"top up the account\"),\n")
        })
        .unwrap_or_default();
    format!(
        "```\n# fn advise(error: &{name}::Error) {{\nmatch {name}::Status::of(error) {{\n{arm}    \
         Some(status) => println!(\"{{}}: {{}}\", status.code(), status.meaning()),\n    \
         None => println!(\"{{error}}\"),\n}}\n# }}\n```"
    )
}
