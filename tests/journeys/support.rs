//! The command and the sandbox as processes.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// Every variable of a vendor that the command reads: none of the machine's own may reach a test.
fn variables() -> impl Iterator<Item = &'static str> {
    zhixing::VENDORS.iter().flat_map(|entry| {
        let credentials = entry.vendor.credentials.iter();
        let credentials = credentials.map(|credential| credential.environment);
        credentials.chain([entry.vendor.base_url.environment])
    })
}

/// What else the command reads: where its config file is, and the language.
const CHOICES: [&str; 8] = [
    "ZHIXING_ALLOW_PLAIN_HTTP_ID",
    "ZHIXING_MAX_CALLS",
    "ZHIXING_CONFIG",
    "ZHIXING_PROFILE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "TERM",
];

/// The company that every vendor of the sandbox knows.
pub(crate) const COMPANY: &str = "上海东虹桥融资担保股份有限公司";

/// The vendors of which the documents' numbers are known here. A test that counts what all of them answer names them
/// (`--vendor`), so that it holds the same when there are more.
pub(crate) const FIVE: &str = "qixin,xinshu,qcc,juhe,cloudmarket";

/// The command with these arguments and none of the machine's credentials or proxies.
pub(crate) fn zhixing(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhixing"));
    command.args(arguments).stdin(Stdio::null());
    for variable in variables().chain(CHOICES) {
        command.env_remove(variable);
    }
    // What a failing call keeps in the working directory stays out of the sources.
    let here = concat!(env!("CARGO_TARGET_TMPDIR"), "/here");
    std::fs::create_dir_all(here).expect("a folder");
    command.current_dir(here);
    // A folder that nobody makes: the machine's own config file reaches no test.
    command.env(
        "XDG_CONFIG_HOME",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/no-config"),
    );
    for proxy in [
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ] {
        command.env_remove(proxy);
    }
    command
}

/// What a finished command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) exit: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Said {
    /// Runs the command to its end.
    pub(crate) fn by(command: &mut Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().expect("the command starts");
        Self {
            exit: status.code().expect("the command ends by itself"),
            stdout: String::from_utf8(stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(stderr).expect("stderr is UTF-8"),
        }
    }

    /// Each line of stderr as JSON.
    pub(crate) fn failures(&self) -> Vec<Value> {
        let lines = self.stderr.lines().map(serde_json::from_str);
        let lines: Result<Vec<Value>, _> = lines.collect();
        lines.unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// stdout as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// `zhixing sandbox` on a free port. It stops with the test.
pub(crate) struct Server {
    process: Child,
    environment: Vec<(String, String)>,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::start_with(&[], Stdio::null())
    }

    /// With these options, for example a scenario.
    pub(crate) fn with(options: &[&str]) -> Self {
        Self::start_with(options, Stdio::null())
    }

    /// With these options, and its stderr there.
    pub(crate) fn start_with(options: &[&str], stderr: impl Into<Stdio>) -> Self {
        let mut process = zhixing(&[&["sandbox"], options].concat())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .expect("the sandbox starts");
        let stdout = process.stdout.take().expect("stdout is piped");
        let environment = BufReader::new(stdout)
            .lines()
            .take(variables().count())
            .map(|line| {
                let line = line.expect("the sandbox prints its variables");
                let (name, value) = line
                    .strip_prefix("export ")
                    .and_then(|it| it.split_once('='))
                    .expect("a line of sh");
                (name.to_owned(), value.trim_matches('\'').to_owned())
            })
            .collect();
        Self {
            process,
            environment,
        }
    }

    /// The value of a variable that the sandbox printed.
    pub(crate) fn variable(&self, name: &str) -> &str {
        let mut all = self.environment.iter();
        let found = all.find(|(known, _)| known == name);
        found.map_or_else(|| panic!("{name} is printed"), |(_, value)| value)
    }

    /// The command with the variables that the sandbox printed.
    pub(crate) fn zhixing(&self, arguments: &[&str]) -> Command {
        let mut command = zhixing(arguments);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The source of that vendor in a report, the first one where there are several lists.
pub(crate) fn source<'a>(report: &'a Value, vendor: &str) -> &'a Value {
    report["sources"]
        .as_array()
        .and_then(|sources| sources.iter().find(|source| source["vendor"] == vendor))
        .unwrap_or_else(|| panic!("{vendor} is a source: {report}"))
}

/// What the sandbox's five say of a subject, as the command writes it if there are no other vendors.
pub(crate) fn five_alone(subject: zhixing::Subject) -> zhixing::Report {
    let sandbox = zhixing_sandbox::Sandbox::new();
    let credentials = sandbox.clone();
    let setup = zhixing::Setup::from_lookup(move |variable| credentials.lookup(variable))
        .transports(move |vendor| std::sync::Arc::new(sandbox.transport_for(vendor.name)));
    let question = zhixing::Question::about(subject);
    let mut sources = zhixing::vendors(&question, &setup);
    sources.retain(|source| FIVE.split(',').any(|it| it == source.introduce().vendor));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .expect("a runtime")
        .block_on(zhixing::ask(&question, sources))
}

/// A cloudmarket that answers late: its report's folder goes away between the question and the answer.
#[cfg(unix)]
pub(crate) struct Late {
    listener: std::net::TcpListener,
    folder: tempfile::TempDir,
}

#[cfg(unix)]
impl Late {
    pub(crate) fn new() -> Self {
        Self {
            listener: std::net::TcpListener::bind("127.0.0.1:0").unwrap(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Asks it, for a report in that folder.
    pub(crate) fn check(&self) -> Command {
        let address = self.listener.local_addr().unwrap();
        let mut command = zhixing(&["check", COMPANY, "--vendor", "cloudmarket"]);
        command
            .args(["--format", "json", "--output"])
            .arg(self.folder.path().join("report.json"))
            .env("CLOUDMARKET_APPCODE", "A")
            .env("CLOUDMARKET_URL", format!("http://{address}/x"));
        command
    }

    /// Waits for the question, takes the folder away, and gives the documented example as the answer.
    pub(crate) fn answer(self) {
        use std::io::{Read, Write};
        let (mut stream, _) = self.listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        self.folder.close().unwrap();
        let body = include_str!("../../schemas/cloudmarket/examples/dishonest/success.json");
        let length = body.len();
        let reply = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
        stream.write_all(reply.as_bytes()).unwrap();
    }
}
