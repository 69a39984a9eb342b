//! Ctrl-C, and the line that moves while vendors are asked.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::support::{COMPANY, Said, zhixing};

/// A server that reads a request and never answers. It hands over the connection once it has read.
pub(crate) fn silent() -> (String, mpsc::Receiver<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let _ = stream.read(&mut [0; 4096]);
            let _ = send.send(stream);
        }
    });
    (host, receive)
}

/// The command against that server.
fn asking(host: &str, format: &str) -> Command {
    let mut command = zhixing(&["check", COMPANY, "--vendor", "qcc", "--format", format]);
    command
        .env("QCC_KEY", "K")
        .env("QCC_SECRET_KEY", "S")
        .env("QCC_BASE_URL", host);
    command
}

/// A question to qcc and to cloudmarket at these addresses.
pub(crate) fn of_two(qcc: String, cloudmarket: String) -> Command {
    let mut command = zhixing(&["check", COMPANY, "--vendor", "qcc,cloudmarket"]);
    command
        .args(["--format", "json"])
        .env("QCC_KEY", "K")
        .env("QCC_SECRET_KEY", "S")
        .env("QCC_BASE_URL", qcc)
        .env("CLOUDMARKET_APPCODE", "A")
        .env("CLOUDMARKET_URL", cloudmarket)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn asking_two(qcc: String, cloudmarket: String) -> Child {
    of_two(qcc, cloudmarket).spawn().unwrap()
}

/// Sends a signal by its name.
pub(crate) fn send(signal: &str, process: &Child) {
    let line = format!("kill -{signal} {}", process.id());
    let sent = Command::new("sh").args(["-c", &line]).status();
    assert!(sent.unwrap().success());
}

/// What Ctrl-C sends.
fn interrupt(process: &Child) {
    send("INT", process);
}

/// The command with no signal ignored, or with these. A runner that stands in the background, or below `nohup`, ignores some, and
/// its children inherit that.
pub(crate) fn ignoring(signals: &str, plain: &Command) -> Command {
    let mut process = Command::new("env");
    process.arg("--default-signal=INT,TERM,HUP");
    if !signals.is_empty() {
        process.arg(format!("--ignore-signal={signals}"));
    }
    process.arg(plain.get_program()).args(plain.get_args());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => process.env(name, value),
            None => process.env_remove(name),
        };
    }
    process
}

fn interrupted(format: &str) -> Said {
    let (host, arrived) = silent();
    let process = asking(&host, format)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stream = arrived
        .recv_timeout(Duration::from_secs(20))
        .expect("the request");
    interrupt(&process);
    let output = process.wait_with_output().unwrap();
    // The connection was closed: the end is read, not waited for.
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let closed = stream.read(&mut [0; 64]);
    assert!(
        matches!(closed, Ok(0))
            || closed.is_err_and(|it| it.kind() == std::io::ErrorKind::ConnectionReset)
    );
    Said {
        exit: output
            .status
            .code()
            .expect("it ends by itself, not by the signal"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn ctrl_c_says_whose_call_is_in_doubt_and_ends_with_130() {
    let said = interrupted("table");
    assert_eq!((said.exit, said.stdout.as_str()), (130, ""), "{said:?}");
    assert!(
        said.stderr.contains("qcc") && said.stderr.contains("perhaps counted"),
        "{said:?}"
    );
    assert!(
        !said.stderr.contains(['\r', '\x1b']),
        "no progress where there is no terminal: {said:?}"
    );
}

#[test]
fn ctrl_c_is_told_to_machines_as_well() {
    let said = interrupted("json");
    assert_eq!((said.exit, said.stdout.as_str()), (130, ""), "{said:?}");
    let [failure] = said.failures().try_into().unwrap();
    assert_eq!(failure["kind"], "interrupted");
    assert_eq!(
        (&failure["sent"], &failure["counted"]),
        (&"in_doubt".into(), &"unknown".into())
    );
}

/// The documented example of cloudmarket.
const FOUND: &str = include_str!("../../schemas/cloudmarket/examples/dishonest/success.json");

/// A server that answers each request with it.
pub(crate) fn answering() -> String {
    answering_with(FOUND.to_owned())
}

/// The same with its records many times over: more than a pipe holds.
fn answering_at_length() -> String {
    let mut reply: serde_json::Value = serde_json::from_str(FOUND).unwrap();
    let records = reply.pointer_mut("/result/items").unwrap().as_array_mut();
    let records = records.unwrap();
    *records = records.iter().cloned().cycle().take(200).collect();
    answering_with(reply.to_string())
}

pub(crate) fn answering_with(body: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let length = body.len();
            let reply = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
            let _ = stream.write_all(reply.as_bytes());
        }
    });
    host
}

/// One vendor has answered and has been paid; Ctrl-C comes while the other is waited for.
#[test]
fn ctrl_c_does_not_lose_what_was_answered() {
    let (silent, arrived) = silent();
    let process = asking_two(silent, answering());
    let _kept = arrived.recv_timeout(Duration::from_secs(20));
    // The other answer needs a moment, and nothing outside tells that it was read.
    std::thread::sleep(Duration::from_secs(1));
    interrupt(&process);
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let source = |vendor: &str| {
        let mut sources = report["sources"].as_array().unwrap().iter();
        sources.find(|source| source["vendor"] == vendor).unwrap()
    };
    assert_eq!(source("cloudmarket")["state"], "found");
    assert_eq!(source("qcc")["state"], "unavailable");
    let failure = &source("qcc")["error"];
    assert_eq!(
        (&failure["kind"], &failure["sent"], &failure["counted"]),
        (&"interrupted".into(), &"in_doubt".into(), &"unknown".into())
    );
    let talk = String::from_utf8(output.stderr).unwrap();
    assert!(
        talk.contains("on its way and perhaps counted: qcc"),
        "{talk}"
    );
}

/// xinshu's document says to ask again after HTTP 503: each attempt was sent, though none came to an end that is told.
#[test]
fn ctrl_c_counts_the_attempts_that_were_made() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let (send, arrived) = mpsc::channel();
    std::thread::spawn(move || {
        for (count, mut stream) in listener.incoming().flatten().enumerate() {
            let _ = stream.read(&mut [0; 4096]);
            if count < 2 {
                let busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                let _ = stream.write_all(busy.as_bytes());
            } else {
                let _ = send.send(stream);
            }
        }
    });
    let mut command = zhixing(&["check", COMPANY, "--vendor", "xinshu", "--format", "json"]);
    command
        .env("XINSHU_APIKEY", "K")
        .env("XINSHU_BASE_URL", host);
    let process = command
        .env("XINSHU_PRIVATE_KEY", "S")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _kept = arrived.recv_timeout(Duration::from_secs(20)).unwrap();
    interrupt(&process);
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let source = crate::support::source(&report, "xinshu");
    assert_eq!(
        (&source["calls"], &source["error"]["sent"]),
        (&3.into(), &"in_doubt".into())
    );
}

/// Ctrl-C comes while clients are still made: whoever pressed it wants no call any more.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_before_the_calls_is_not_lost() {
    let mut process = zhixing(&["check", COMPANY, "--vendor", "cloudmarket"]);
    process
        .env("CLOUDMARKET_APPCODE", "A")
        .env("CLOUDMARKET_URL", answering());
    let process = process
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // From the moment on that the signal no longer ends the process by itself (proc_pid_status(5)).
    let status = format!("/proc/{}/status", process.id());
    let caught = |status: &str| {
        let line = status.lines().find_map(|it| it.strip_prefix("SigCgt:"));
        let signals = line.map(|it| u64::from_str_radix(it.trim(), 16).unwrap());
        signals.is_some_and(|it| it & 1 << 1 != 0)
    };
    while !caught(&std::fs::read_to_string(&status).unwrap()) {
        std::thread::yield_now();
    }
    interrupt(&process);
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
}

/// One call broke after it was sent, and may have been counted; another is waited for when Ctrl-C comes.
#[test]
fn ctrl_c_names_whose_call_was_in_doubt_before_it() {
    let (silent, arrived) = silent();
    let gone = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = gone.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in gone.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
        }
    });
    let process = asking_two(silent, format!("http://{address}/x"));
    let _kept = arrived.recv_timeout(Duration::from_secs(20));
    // The other needs a moment to break, and nothing outside tells that it did.
    std::thread::sleep(Duration::from_secs(1));
    interrupt(&process);
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let talk = String::from_utf8(output.stderr).unwrap();
    assert!(talk.contains("perhaps counted: cloudmarket, qcc"), "{talk}");
}

/// Nobody reads what a command has to say, so it waits; Ctrl-C ends it all the same, and what was to be read is kept.
#[test]
fn ctrl_c_ends_a_command_whose_reader_sleeps() {
    let check = [
        "check",
        COMPANY,
        "--vendor",
        "cloudmarket",
        "--format",
        "json",
    ];
    let call = ["call", "cloudmarket", "dishonest", "keyword=x"];
    for (arguments, signal, times) in [
        (&check[..], "INT", 2),
        (&call, "INT", 1),
        // Whoever ends a process so does not ask twice.
        (&check, "TERM", 1),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = zhixing(arguments);
        command
            .current_dir(folder.path())
            .env("CLOUDMARKET_APPCODE", "A")
            .env("CLOUDMARKET_URL", answering_at_length());
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Nothing outside tells that it writes.
        std::thread::sleep(Duration::from_secs(2));
        assert!(process.try_wait().unwrap().is_none(), "it waits");
        for _ in 0..times {
            send(signal, &process);
            std::thread::sleep(Duration::from_millis(200));
        }
        let begun = std::time::Instant::now();
        let ended = loop {
            match process.try_wait().unwrap() {
                Some(ended) => break Some(ended),
                None if begun.elapsed() > Duration::from_secs(10) => break None,
                None => std::thread::sleep(Duration::from_millis(50)),
            }
        };
        let _ = process.kill();
        assert_eq!(ended.and_then(|it| it.code()), Some(130), "{arguments:?}");
        let output = process.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("not shown: 1"), "{said}");
        // It was paid for: all of it is kept, and nobody is told to buy it again.
        assert!(!said.contains("run it again"), "{said}");
        let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        let [Ok(file)] = &files[..] else {
            panic!("{files:?}: {said}");
        };
        assert!(said.contains(file.path().to_str().unwrap()), "{said}");
        let kept = std::fs::read(file.path()).unwrap();
        let kept: serde_json::Value = serde_json::from_slice(&kept).unwrap();
        assert_eq!(kept["records"].as_array().map(Vec::len), Some(200));
    }
}

#[test]
fn waiting_for_standard_input_ends_with_the_signal() {
    let plain = zhixing(&["verify", "qixin", "-"]);
    let mut process = ignoring("", &plain);
    let mut process = process.stdin(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    interrupt(&process);
    // A shell calls an end by signal 2 130 too.
    use std::os::unix::process::ExitStatusExt;
    assert_eq!(process.wait().unwrap().signal(), Some(2));
}

/// What a terminal shows, by `script`, which is in util-linux.
fn on_a_terminal(more: &str) -> Option<String> {
    let help = Command::new("script").arg("--version").output().ok()?;
    if !String::from_utf8_lossy(&help.stdout).contains("util-linux") {
        return None;
    }
    let (host, arrived) = silent();
    let plain = asking(&host, "json");
    let line = format!(
        "'{}' check 公司 --vendor qcc --format json {more}",
        plain.get_program().to_str()?
    );
    let mut command = Command::new("script");
    command
        .args(["-qec", &line, "/dev/null"])
        .stdin(Stdio::null());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let hanging_up = std::thread::spawn(move || {
        let stream = arrived
            .recv_timeout(Duration::from_secs(20))
            .expect("the request");
        std::thread::sleep(Duration::from_millis(1500));
        drop(stream);
    });
    let output = command.env("TERM", "xterm").output().unwrap();
    hanging_up.join().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn on_a_terminal_a_line_says_who_is_waited_for_and_is_gone_before_the_answer() {
    let (Some(shown), Some(quiet)) = (on_a_terminal(""), on_a_terminal("--quiet")) else {
        eprintln!("skipped: no `script` of util-linux here to make a terminal");
        return;
    };
    assert!(shown.contains("waiting for qcc"), "{shown:?}");
    let (_, after) = shown.rsplit_once("waiting for qcc").unwrap();
    let (_, answer) = after.split_once("\r\u{1b}[K").expect("the line is cleared");
    assert!(answer.starts_with('{'), "{answer:?}");
    assert!(!quiet.contains("waiting"), "{quiet:?}");
}
