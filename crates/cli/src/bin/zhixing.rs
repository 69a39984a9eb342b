//! The `zhixing` command. All of it is in the library, where tests and the fuzzer reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhixing_cli::run()
}
