//! What this process holds of the machine: tasks, open files, memory.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Runs a test while no other one runs: open files are all tests' together, those of their runtimes among them.
pub(crate) fn alone(test: impl Future<Output = ()>) {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(test);
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    pub(crate) tasks: usize,
    pub(crate) files: usize,
    pub(crate) resident_kb: u64,
}

impl State {
    pub(crate) fn now() -> Self {
        let tasks = tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks();
        let files = std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let resident = resident.and_then(|rest| rest.trim().strip_suffix(" kB"));
        Self {
            tasks,
            files,
            resident_kb: resident.and_then(|kb| kb.parse().ok()).unwrap_or(0),
        }
    }
}

/// Waits until no more tasks and files are there than before; connections close in the background.
pub(crate) async fn settled(before: &State) {
    for _ in 0..100 {
        let now = State::now();
        if now.tasks <= before.tasks && now.files <= before.files {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let now = State::now();
    panic!("left behind: {now:?}, and there was {before:?} before");
}
