//! Where a command's clients come from: the environment and the config file, or the sandbox.

use std::sync::Arc;

use zhixing::Setup;
use zhixing_core::transport::{HttpTransport, Limits, Transport};
use zhixing_sandbox::Sandbox;

use crate::config::{Choice, Settings};
use crate::exit::Exit;
use crate::lang::Message;
use crate::talk::Talk;
use crate::traffic::Traffic;
use crate::unshown::Unshown;

/// Allows identity numbers over plain http where it is `1`.
const PLAIN_HTTP_ID: &str = "ZHIXING_ALLOW_PLAIN_HTTP_ID";

/// The most calls that one report makes, where `--max-calls` does not say.
const MAX_CALLS: &str = "ZHIXING_MAX_CALLS";

/// What every command is given.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub(crate) talk: Talk,
    pub(crate) choice: Choice,
    pub(crate) traffic: Traffic,
    pub(crate) unshown: Unshown,
}

impl Context {
    /// Every documented value and where it comes from. Faults and warnings are told.
    pub(crate) fn settings(&self) -> Result<Settings, Exit> {
        match Settings::load(&self.choice, |variable| std::env::var_os(variable)) {
            Ok(settings) => {
                for warning in &settings.warnings {
                    self.talk.warn(warning);
                }
                Ok(settings)
            }
            Err(faults) => {
                for fault in &faults {
                    self.talk.complain(fault, Exit::NotConfigured);
                }
                Err(Exit::NotConfigured)
            }
        }
    }

    /// The most calls that a report may make: as the command line says, else as [`MAX_CALLS`] does for every report.
    pub(crate) fn max_calls(&self, asked: Option<u64>) -> Result<Option<u64>, Exit> {
        let standing = std::env::var_os(MAX_CALLS).filter(|it| !it.is_empty());
        let Some(standing) = standing.filter(|_| asked.is_none()) else {
            return Ok(asked);
        };
        // A bound that cannot be read is no reason to spend without one.
        match standing.to_str().and_then(|it| it.parse().ok()) {
            Some(calls) => Ok(Some(calls)),
            None => Err(self
                .talk
                .complain(&Message::NotACount(MAX_CALLS), Exit::Usage)),
        }
    }

    /// Clients of the configured credentials, or of the sandbox's. Sample data is never shown as an
    /// answer: the sandbox is used only when it was asked for, and then no config file is read.
    ///
    /// Whether identity numbers may be sent where nothing encrypts them is said with the call, or for all of them by
    /// [`PLAIN_HTTP_ID`].
    pub(crate) fn setup(&self, sandbox: bool, plain_http_id: bool) -> Result<Setup, Exit> {
        if sandbox {
            return Ok(self::sandbox(&self.traffic));
        }
        let settings = self.settings()?;
        for (_, message) in &settings.astray {
            self.talk.complain(message, Exit::NotConfigured);
        }
        if !settings.astray.is_empty() {
            return Err(Exit::NotConfigured);
        }
        let plain_http_id = plain_http_id || std::env::var(PLAIN_HTTP_ID).is_ok_and(|it| it == "1");
        let traffic = self.traffic.clone();
        let mut setup = Setup::from_lookup(move |variable| settings.lookup(variable));
        if plain_http_id {
            setup = setup.allow_identity_numbers_over_plain_http();
        }
        Ok(setup.transports(move |vendor| {
            let http = HttpTransport::new(&Limits::default());
            let http = http.map(|http| Arc::new(http) as Arc<dyn Transport>);
            traffic.watch(vendor.name, http)
        }))
    }
}

/// Clients of the sandbox.
pub(crate) fn sandbox(traffic: &Traffic) -> Setup {
    let sandbox = Sandbox::new();
    let credentials = sandbox.clone();
    let traffic = traffic.clone();
    Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| {
            traffic.watch(
                vendor.name,
                Ok(Arc::new(sandbox.transport_for(vendor.name))),
            )
        })
        .sandbox()
}
