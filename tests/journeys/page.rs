//! The HTML report in a real browser, headless: it shows the cases, prints, and asks nobody for anything.
//!
//! Needs Chromium (Debian's package `chromium`). Where there is none the tests say so and do nothing,
//! except in CI, where that is a failure.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{COMPANY, FIVE, Said, zhixing};

/// The browser, by the names under which distributions install it.
fn chromium() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI has no Chromium: install the package `chromium`"
        );
        // Not by `eprintln!`, which the test harness keeps to itself.
        let skipped = b"SKIPPED: no Chromium in PATH, so the page was not looked at (Debian: apt-get install chromium)\n";
        std::io::stderr().write_all(skipped).unwrap();
    }
    found
}

/// A page in a file, as a user would keep it.
struct Page {
    folder: tempfile::TempDir,
    browser: PathBuf,
}

impl Page {
    fn open() -> Option<Self> {
        let browser = chromium()?;
        let folder = tempfile::tempdir().unwrap();
        let arguments = [
            "check",
            "--sandbox",
            COMPANY,
            "--person",
            "张德洲",
            "--vendor",
            FIVE,
            "--format",
            "html",
        ];
        let said = Said::by(&mut zhixing(&arguments));
        assert_eq!(said.exit, 0, "{said:?}");
        std::fs::write(folder.path().join("report.html"), said.stdout).unwrap();
        Some(Self { folder, browser })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the browser writes when it is started with this on the file.
    fn browse(&self, arguments: &[String]) -> Said {
        let mut command = Command::new(&self.browser);
        command
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .args([
                "--no-first-run",
                "--no-default-browser-check",
                "--enable-logging=stderr",
            ])
            .arg("--virtual-time-budget=5000")
            // What the browser wants for itself is not to leave the machine.
            .arg("--host-resolver-rules=MAP * ~NOTFOUND")
            .arg(format!(
                "--user-data-dir={}",
                self.path("profile").display()
            ))
            .args(arguments)
            .arg(format!("file://{}", self.path("report.html").display()))
            .stdin(Stdio::null());
        Said::by(&mut command)
    }
}

#[test]
fn the_browser_shows_every_case_and_asks_nobody() {
    let Some(page) = Page::open() else { return };
    let log = page.path("net.json");
    let said = page.browse(&[
        "--dump-dom".into(),
        format!("--log-net-log={}", log.display()),
    ]);
    assert_eq!(said.exit, 0, "{said:?}");
    let dom = &said.stdout;
    // Of xinshu's document, of juhe's, and of qcc's.
    for case in [
        "(2019)沪0105执00447号",
        "(2018)沪0114执05058号",
        "(2018)苏0581执5877号",
    ] {
        assert!(dom.contains(case), "{case}");
    }
    let cases = dom.matches("<article class=\"case").count();
    let lines = dom.matches("class=\"track\"").count();
    assert_eq!(
        dom.matches("<details ").count(),
        22,
        "a place for each record"
    );
    assert_eq!(
        (cases, lines),
        (18, 18),
        "each case in full and on the timeline"
    );
    assert!(dom.contains("SAMPLE DATA") && dom.contains("there may be more"));
    assert!(dom.contains("default-src 'none'") && !dom.contains("<script"));
    // The policy keeps out nothing that the page wants.
    assert!(
        !said.stderr.contains("Content Security Policy"),
        "{}",
        said.stderr
    );
    let asked = requests(&log);
    assert!(asked.is_empty(), "{asked:?}");
}

/// What the page in the browser sent for, as the browser's log of the network has it. What the browser
/// asks for on its own account has no origin.
fn requests(log: &Path) -> Vec<String> {
    let log: Value = serde_json::from_str(&std::fs::read_to_string(log).unwrap()).unwrap();
    let events = log["events"].as_array().unwrap();
    assert!(!events.is_empty(), "the browser logged");
    let mut urls: Vec<String> = events
        .iter()
        .map(|event| &event["params"])
        .filter(|sent| {
            sent["initiator"]
                .as_str()
                .is_some_and(|it| it != "not an origin")
        })
        .filter_map(|sent| sent["url"].as_str())
        .filter(|url| !url.starts_with("file:"))
        .map(str::to_owned)
        .collect();
    urls.dedup();
    urls
}

/// That the test above could fail: the log shows what a page sends for, and the report's policy stops it.
#[test]
fn the_policy_stops_what_the_log_would_show() {
    let Some(page) = Page::open() else { return };
    let log = page.path("net.json");
    let arguments = [
        "--dump-dom".into(),
        format!("--log-net-log={}", log.display()),
    ];
    let outside = "<img src=\"http://127.0.0.1:9/x.png\">";
    let report = std::fs::read_to_string(page.path("report.html")).unwrap();

    std::fs::write(page.path("report.html"), outside).unwrap();
    page.browse(&arguments);
    assert_eq!(requests(&log), ["http://127.0.0.1:9/x.png"]);

    let spoilt = report.replacen("<main>", &format!("<main>{outside}"), 1);
    assert_ne!(spoilt, report);
    std::fs::write(page.path("report.html"), spoilt).unwrap();
    page.browse(&arguments);
    assert_eq!(requests(&log), Vec::<String>::new());
}

#[test]
fn it_prints() {
    let Some(page) = Page::open() else { return };
    let pdf = page.path("report.pdf");
    let said = page.browse(&[
        format!("--print-to-pdf={}", pdf.display()),
        "--no-pdf-header-footer".into(),
    ]);
    assert_eq!(said.exit, 0, "{said:?}");
    let printed = std::fs::read(&pdf).unwrap();
    assert!(printed.starts_with(b"%PDF-"));
    // Evidence that is folded away would be missing: 22 records do not fit on a few sheets.
    let sheets = printed
        .windows(11)
        .filter(|it| it == b"/Type /Page")
        .count();
    assert!(sheets > 10, "{sheets}");
}
