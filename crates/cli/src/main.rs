//! The `zhixing` command.
fn main() {}
