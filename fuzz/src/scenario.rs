//! Any text as a scenario file of the sandbox, and a call to each vendor of what it describes.

use std::sync::Arc;

use serde_json::Value;
use tokio::runtime::Runtime;
use zhixing::{Setup, VENDORS};
use zhixing_core::request::Arguments;
use zhixing_sandbox::Sandbox;

/// Builds sandboxes and calls them.
pub(crate) struct Scenarios(Runtime);

impl Scenarios {
    pub(crate) fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        Self(runtime.expect("a runtime"))
    }

    /// Says whether the text is a scenario.
    ///
    /// # Errors
    /// A finding: a refusal that shows a secret.
    pub(crate) fn check(&self, text: &str) -> Result<bool, String> {
        let built = Sandbox::builder()
            .scenario(text)
            .and_then(|builder| builder.build());
        let sandbox = match built {
            Ok(sandbox) => sandbox,
            Err(error) => {
                let told = format!("{error}\n{error:?}");
                let shown = secrets(text)
                    .into_iter()
                    .find(|secret| told.contains(secret));
                return match shown {
                    Some(secret) => Err(format!("{secret:?} is a secret, and told: {told}")),
                    None => Ok(false),
                };
            }
        };
        // Faults that take time take it from the fuzzer as well.
        if !text.contains("millis") && !text.contains('\\') {
            self.0.block_on(calls(&sandbox));
        }
        Ok(true)
    }
}

async fn calls(sandbox: &Sandbox) {
    let (credentials, transports) = (sandbox.clone(), sandbox.clone());
    let setup = Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| Arc::new(transports.transport_for(vendor.name)));
    for entry in VENDORS {
        let Ok(client) = entry.connect(&setup) else {
            continue;
        };
        for operation in entry.vendor.operations {
            let mut arguments = Arguments::new();
            for parameter in operation.parameters.iter().filter(|it| it.required) {
                arguments.push(parameter.name, "沙箱示例贸易有限公司");
            }
            // Any answer and any failure will do.
            let _ = client.call_any(operation.name, arguments).await;
        }
    }
}

/// The values of credentials that stand nowhere else in the text and are no word of a message.
fn secrets(text: &str) -> Vec<String> {
    let scenario: Value = serde_json::from_str(text).unwrap_or_default();
    let accounts = scenario["accounts"].as_array().into_iter().flatten();
    let values = accounts.filter_map(|account| account["credentials"].as_object());
    let texts = values.flat_map(|credentials| credentials.values());
    let texts = texts.filter_map(Value::as_str).map(str::to_owned);
    texts
        .filter(|secret| secret.len() >= 8 && secret.chars().any(|c| c.is_ascii_digit()))
        .filter(|secret| text.matches(secret.as_str()).count() == 1)
        .collect()
}
