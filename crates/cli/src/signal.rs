//! What asks the command to stop: Ctrl-C, and the signals of whoever ends a process in an orderly way.
//!
//! The default of a signal ends the process at once, and with it what was answered and paid for. So a command that makes calls
//! listens, and takes all of them alike: a service manager's SIGTERM and a terminal's SIGHUP cost no less than Ctrl-C.

use std::future::poll_fn;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Instant;

/// One wish to stop may come as several signals: a terminal that is closed hangs up by itself and by its shell, and a service
/// manager may send two kinds. Nobody presses a key twice in this time.
const ONE_WISH: Duration = Duration::from_millis(100);

/// Hears one signal.
type Ear = Box<dyn FnMut(&mut Context<'_>) -> Poll<()> + Send>;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Somebody at a terminal, who can press again. A pager that reads the output hears it as well, and may go on.
    Key,
    /// Whoever ends the process, and will not ask twice.
    End,
}

/// What asks the command to stop, from the moment it was made.
pub(crate) struct Stop {
    /// None where the system lets nobody listen: then a signal ends the process by itself.
    ears: Vec<(Wish, Ear)>,
    heard: Option<Instant>,
}

impl Stop {
    /// Listens from now on. Who first did so after the clients are made would not hear of a signal that came meanwhile, and
    /// make the calls all the same. Needs the runtime.
    pub(crate) fn listen() -> Self {
        Self {
            ears: ears(),
            heard: None,
        }
    }

    /// Waits until it is asked once more.
    pub(crate) async fn asked(&mut self) -> Wish {
        loop {
            let wish = poll_fn(|cx| {
                let mut ears = self.ears.iter_mut();
                let heard = ears.find_map(|(wish, ear)| ear(cx).is_ready().then_some(*wish));
                heard.map_or(Poll::Pending, Poll::Ready)
            });
            let wish = wish.await;
            let now = Instant::now();
            let before = self.heard.replace(now);
            if before.is_none_or(|before| now.duration_since(before) >= ONE_WISH) {
                return wish;
            }
        }
    }
}

#[cfg(unix)]
fn ears() -> Vec<(Wish, Ear)> {
    use tokio::signal::unix::{SignalKind, signal};

    let hangup = (!ignores_hangup()).then(SignalKind::hangup);
    let ends = [SignalKind::terminate()].into_iter().chain(hangup);
    let kinds = ends.map(|kind| (Wish::End, kind));
    [(Wish::Key, SignalKind::interrupt())]
        .into_iter()
        .chain(kinds)
        .filter_map(|(wish, kind)| Some((wish, signal(kind).ok()?)))
        .map(|(wish, mut signal)| -> (Wish, Ear) {
            (wish, Box::new(move |cx| signal.poll_recv(cx).map(drop)))
        })
        .collect()
}

/// Whether SIGHUP is ignored, as below `nohup`: to listen for it would undo what was asked for. Where the system does not say
/// (`proc_pid_status(5)` is Linux's), it may be.
#[cfg(unix)]
fn ignores_hangup() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("SigIgn:"));
    let ignored = line.and_then(|it| u64::from_str_radix(it.trim(), 16).ok());
    // SIGHUP is 1, the lowest bit.
    ignored.is_none_or(|signals| signals & 1 == 1)
}

#[cfg(windows)]
fn ears() -> Vec<(Wish, Ear)> {
    use tokio::signal::windows::{ctrl_c, ctrl_close, ctrl_shutdown};

    let mut ears: Vec<(Wish, Ear)> = Vec::new();
    if let Ok(mut signal) = ctrl_c() {
        let ear: Ear = Box::new(move |cx| signal.poll_recv(cx).map(drop));
        ears.push((Wish::Key, ear));
    }
    if let Ok(mut signal) = ctrl_close() {
        let ear: Ear = Box::new(move |cx| signal.poll_recv(cx).map(drop));
        ears.push((Wish::End, ear));
    }
    if let Ok(mut signal) = ctrl_shutdown() {
        let ear: Ear = Box::new(move |cx| signal.poll_recv(cx).map(drop));
        ears.push((Wish::End, ear));
    }
    ears
}

#[cfg(not(any(unix, windows)))]
fn ears() -> Vec<(Wish, Ear)> {
    Vec::new()
}
