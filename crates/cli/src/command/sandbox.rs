//! `zhixing sandbox`: the five protocols on a port, until interrupted.

use std::path::Path;

use zhixing_sandbox::Sandbox;

use super::print;
use crate::args;
use crate::exit::Exit;
use crate::lang::{Hint, Message};
use crate::setup::Context;

pub(crate) async fn run(args: &args::Sandbox, context: &Context) -> Exit {
    let talk = context.talk;
    let stopped =
        |error: std::io::Error| talk.complain(&Message::Server(error.into()), Exit::Failed);
    let sandbox = match args.scenario.as_deref().map(read).transpose() {
        Ok(scenario) => scenario.unwrap_or_default(),
        Err(message) => return talk.complain(&message, Exit::Failed),
    };
    let listener = match zhixing_sandbox::listen(args.port).await {
        Ok(listener) => listener,
        Err(error) => {
            let message = Message::Port {
                port: args.port,
                why: error.into(),
            };
            return talk.complain(&message, Exit::Failed);
        }
    };
    let environment = match listener.local_addr() {
        Ok(address) => sandbox.environment(address.port()),
        Err(error) => return stopped(error),
    };
    let exports: Vec<String> = environment
        .iter()
        .map(|(name, value)| format!("export {name}='{value}'\n"))
        .collect();
    if print(&exports.concat(), talk) != Exit::Answered {
        return Exit::Failed;
    }
    talk.hint(&Hint::SandboxServes);
    match zhixing_sandbox::serve(sandbox, listener, std::future::pending()).await {
        Ok(()) => Exit::Answered,
        Err(error) => stopped(error),
    }
}

/// The sandbox of a scenario file.
fn read(file: &Path) -> Result<Sandbox, Message> {
    let path = || file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| Message::File {
        path: path(),
        why: error.into(),
    })?;
    Sandbox::from_scenario(&text).map_err(|problem| Message::Scenario {
        path: path(),
        reason: problem.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_scenario_that_cannot_be_used_is_told_with_its_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("scenario.json");
        let told = |message: Message| message.text(Lang::En);
        assert!(read(&file).is_err_and(|it| told(it).contains("scenario.json")));
        std::fs::write(&file, r#"{"acounts": []}"#).expect("to write");
        let told = told(read(&file).expect_err("a mistake"));
        assert!(
            told.contains("scenario.json") && told.contains("`acounts`"),
            "{told}"
        );
        std::fs::write(&file, r#"{"accounts": [{"vendor": "qcc", "balance": 5}]}"#)
            .expect("to write");
        assert!(read(&file).is_ok());
    }
}
