//! Any text as the words of a command line, one a line, and what the command does with them before a call would be sent.

#![no_main]

/// The exit codes of the command's own table that need no server.
const CODES: [u8; 5] = [0, 1, 2, 3, 7];

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    if let Some(code) = zhixing_cli::fuzzed::command_line(text.split('\n')) {
        assert!(CODES.contains(&code), "exit code {code}");
    }
});
