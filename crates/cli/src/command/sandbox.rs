//! `zhixing sandbox`: the five protocols on a port, until interrupted.

use zhixing_sandbox::Sandbox;

use super::{complain, print};
use crate::args;
use crate::exit::Exit;

pub(crate) async fn run(args: &args::Sandbox) -> Exit {
    let sandbox = Sandbox::new();
    let listener = match zhixing_sandbox::listen(args.port).await {
        Ok(listener) => listener,
        Err(error) => {
            complain(format_args!("port {} of 127.0.0.1: {error}", args.port));
            return Exit::Failed;
        }
    };
    let environment = match listener.local_addr() {
        Ok(address) => sandbox.environment(address.port()),
        Err(error) => {
            complain(error);
            return Exit::Failed;
        }
    };
    let exports: Vec<String> = environment
        .iter()
        .map(|(name, value)| format!("export {name}='{value}'\n"))
        .collect();
    if print(&exports.concat()) != Exit::Answered {
        return Exit::Failed;
    }
    complain("sample data; set the variables above in another shell, stop with Ctrl-C");
    match zhixing_sandbox::serve(sandbox, listener, std::future::pending()).await {
        Ok(()) => Exit::Answered,
        Err(error) => {
            complain(error);
            Exit::Failed
        }
    }
}
