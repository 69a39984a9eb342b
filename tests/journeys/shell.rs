//! Runs a page's shell examples as a reader would: one shell per section, the command of this build on the path, an empty
//! home, a folder of its own with the repository's examples in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::markdown::{Block, missing};

/// Printed before each example, so that each one's output is known.
const BEGIN: &str = "-----8<----- example ";

/// What a reader has and a test has not: cargo stands for the command that was built, an example that waits for ever is
/// ended, and background processes end with the shell.
const BEFORE: &str = r#"
set -euo pipefail
exec 2>&1
( exec > /dev/null 2>&1; sleep 120; kill $$ ) &
trap 'jobs -p | while read -r job; do kill "$job" || true; done' EXIT
cargo() {
    [ "$1 $2 $3 $4 $5" = "run -q -p zhixing-cli --" ] || { echo "not an example: cargo $*"; exit 70; }
    shift 5
    zhixing "$@"
}
"#;

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn text_of(file: &str) -> String {
    let text = std::fs::read_to_string(root().join(file));
    text.unwrap_or_else(|error| panic!("{file}: {error}"))
        .replace("\r\n", "\n")
}

/// Runs these examples of one section, one after the other in one bash, and compares what each prints.
pub(crate) fn run(page: &str, examples: &[(&Block, Option<&Block>)]) {
    let mut script = String::from(BEFORE);
    for (block, _) in examples {
        script.push_str(&format!("echo '{BEGIN}{}'\n{}", block.line, block.text));
    }
    let (success, printed) = in_shell("bash", &["--norc", "-c", &script]);
    assert!(success, "{page}: {printed}");
    let mut outputs = printed.split(BEGIN).skip(1);
    for (block, prints) in examples {
        let at = format!("{page}, line {}", block.line);
        let output = outputs.next().unwrap_or_else(|| panic!("{at}: not run"));
        let (line, output) = output.split_once('\n').unwrap_or((output, ""));
        assert_eq!(line, block.line.to_string(), "{at}");
        if let Some(prints) = prints
            && let Some(line) = missing(&prints.text, output)
        {
            panic!("{at}: does not print {line:?}:\n{output}");
        }
    }
}

/// Whether the script went well, and what it printed.
pub(crate) fn in_shell(shell: &str, arguments: &[&str]) -> (bool, String) {
    let home = tempfile::tempdir().unwrap();
    let scenarios = home.path().join("examples/scenarios");
    std::fs::create_dir_all(&scenarios).unwrap();
    for file in std::fs::read_dir(root().join("examples/scenarios")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), scenarios.join(file.file_name())).unwrap();
    }
    let command = Path::new(env!("CARGO_BIN_EXE_zhixing")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        std::iter::once(command.to_owned()).chain(std::env::split_paths(&path)),
    );
    let output = Command::new(shell)
        .args(arguments)
        .env_clear()
        .env("PATH", path.unwrap())
        .env("HOME", home.path())
        .env("LC_ALL", "C.UTF-8")
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{shell}: {error}"));
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr),
    )
}
