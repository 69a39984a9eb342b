//! Where a command's clients come from: the environment, or the sandbox.

use std::sync::Arc;

use zhixing::Setup;
use zhixing_core::transport::Transport;
use zhixing_sandbox::Sandbox;

/// Clients of the environment's credentials, or of the sandbox's. Sample data is never shown as an
/// answer: the sandbox is used only when it was asked for.
pub(crate) fn setup(sandbox: bool) -> Setup {
    if !sandbox {
        return Setup::from_env();
    }
    let sandbox = Sandbox::new();
    let credentials = sandbox.clone();
    Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| {
            Arc::new(sandbox.transport_for(vendor.name)) as Arc<dyn Transport>
        })
        .sandbox()
}
