//! `zhixing sandbox`: the five protocols on a port, until interrupted.

use zhixing_sandbox::Sandbox;

use super::print;
use crate::args;
use crate::exit::Exit;
use crate::lang::Message;
use crate::setup::Context;

pub(crate) async fn run(args: &args::Sandbox, context: &Context) -> Exit {
    let talk = context.talk;
    let stopped =
        |error: std::io::Error| talk.complain(&Message::Server(error.to_string()), Exit::Failed);
    let sandbox = Sandbox::new();
    let listener = match zhixing_sandbox::listen(args.port).await {
        Ok(listener) => listener,
        Err(error) => {
            let message = Message::Port {
                port: args.port,
                reason: error.to_string(),
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
    talk.hint(&Message::SandboxServes);
    match zhixing_sandbox::serve(sandbox, listener, std::future::pending()).await {
        Ok(()) => Exit::Answered,
        Err(error) => stopped(error),
    }
}
