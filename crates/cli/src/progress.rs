//! The line that moves while vendors are being asked.
//!
//! Only on a terminal, only after a moment, only on stderr; it is gone before anything else is
//! written, also when the work is dropped by Ctrl-C. One line needs no library.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::lang::Hint;
use crate::talk::Talk;
use crate::traffic::Traffic;

/// Work that is done sooner shows no line.
const PATIENCE: Duration = Duration::from_millis(600);
const STEP: Duration = Duration::from_millis(250);

/// Does the work, with a line about it for whoever waits at a terminal.
pub(crate) async fn during<T>(talk: Talk, traffic: &Traffic, work: impl Future<Output = T>) -> T {
    let dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    if talk.quiet || talk.verbose || dumb || !std::io::stderr().is_terminal() {
        return work.await;
    }
    tokio::select! {
        done = work => done,
        // Ends never: the work decides.
        done = show(talk, traffic) => match done {},
    }
}

async fn show(talk: Talk, traffic: &Traffic) -> std::convert::Infallible {
    let start = Instant::now();
    tokio::time::sleep(PATIENCE).await;
    let _cleared_at_the_end = Line;
    loop {
        let counts = traffic.now();
        let hint = Hint::Progress {
            answered: counts.answered,
            waiting: counts.vendors(),
            seconds: start.elapsed().as_secs(),
        };
        // A terminal that has gone away is no reason to stop a purchase.
        let _ = write!(std::io::stderr(), "\r\x1b[K{}", hint.text(talk.lang));
        tokio::time::sleep(STEP).await;
    }
}

struct Line;

impl Drop for Line {
    fn drop(&mut self) {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
}
