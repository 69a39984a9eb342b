//! The figures and the list, as a page or as JSON.

use std::fmt;

use serde_json::{Value, json};

use super::{Count, VendorCoverage};

/// How a report is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Markdown.
    #[default]
    #[value(name = "md")]
    Markdown,
    /// JSON.
    Json,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// By vendor.
    pub vendors: Vec<VendorCoverage>,
}

impl Report {
    /// The vendors of which less than so many of a hundred items are exercised.
    #[must_use]
    pub fn under(&self, percent: usize) -> Vec<&str> {
        let low = self
            .vendors
            .iter()
            .filter(|vendor| vendor.total().percent() < percent);
        low.map(|vendor| vendor.name.as_str()).collect()
    }

    /// As text.
    #[must_use]
    pub fn text(&self, format: Format) -> String {
        match format {
            Format::Markdown => self.to_string(),
            Format::Json => format!("{:#}", self.json()),
        }
    }

    fn json(&self) -> Value {
        let vendors: Vec<Value> = self
            .vendors
            .iter()
            .map(|vendor| {
                let operations: Vec<Value> = vendor
                    .operations
                    .iter()
                    .map(|operation| {
                        json!({
                            "name": operation.name,
                            "fields": count(&operation.fields),
                            "values": count(&operation.values),
                            "parameters": count(&operation.parameters),
                        })
                    })
                    .collect();
                json!({
                    "name": vendor.name,
                    "percent": vendor.total().percent(),
                    "codes": count(&vendor.codes),
                    "operations": operations,
                })
            })
            .collect();
        json!({ "vendors": vendors })
    }
}

fn count(count: &Count) -> Value {
    json!({
        "all": count.all,
        "documented": count.documented,
        "exercised": count.exercised,
        "missing": count.missing,
    })
}

/// Markdown: a table, and below it what is missing.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cell =
            |count: &Count| format!("{}/{} ({})", count.exercised, count.all, count.documented);
        writeln!(f, "# Coverage\n")?;
        writeln!(
            f,
            "Exercised of all, and in brackets those that a documented example exercises.\n"
        )?;
        writeln!(f, "| | fields | values | parameters | codes | together |")?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        for vendor in &self.vendors {
            let total = vendor.total();
            writeln!(
                f,
                "| **{}** | | | | {} | {} = {} % |",
                vendor.name,
                cell(&vendor.codes),
                cell(&total),
                total.percent()
            )?;
            for operation in &vendor.operations {
                writeln!(
                    f,
                    "| {} | {} | {} | {} | | |",
                    operation.name,
                    cell(&operation.fields),
                    cell(&operation.values),
                    cell(&operation.parameters)
                )?;
            }
        }
        writeln!(f, "\n## Exercised by nothing\n")?;
        let mut nothing = true;
        for vendor in &self.vendors {
            let mut line = |what: String, missing: &[String]| -> fmt::Result {
                nothing &= missing.is_empty();
                match missing {
                    [] => Ok(()),
                    names => {
                        let names: Vec<String> =
                            names.iter().map(|name| format!("`{name}`")).collect();
                        writeln!(f, "- {what}: {}", names.join(", "))
                    }
                }
            };
            line(format!("{}, codes", vendor.name), &vendor.codes.missing)?;
            for operation in &vendor.operations {
                let name = format!("{} {}", vendor.name, operation.name);
                line(format!("{name}, fields"), &operation.fields.missing)?;
                line(format!("{name}, values"), &operation.values.missing)?;
                line(format!("{name}, parameters"), &operation.parameters.missing)?;
            }
        }
        f.write_str(if nothing { "Nothing is left." } else { "" })
    }
}
