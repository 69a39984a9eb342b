//! The same for scripts: no `async`, one thread.

use std::io;

use crate::{Question, Report, Setup, Source};

/// As [`crate::check`], and waits for it.
///
/// ```no_run
/// use zhixing::{Question, Setup, Subject, blocking};
///
/// let question = Question::about(Subject::new("上海东虹桥融资担保股份有限公司"));
/// let report = blocking::check(&question, &Setup::from_env())?;
/// println!("{}", report.conclusion.as_str());
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// The system has no resources for a runtime. Nothing was sent.
///
/// # Panics
/// Called from within an async runtime, as tokio refuses to wait there: use [`crate::check`].
pub fn check(question: &Question, setup: &Setup) -> io::Result<Report> {
    Ok(runtime()?.block_on(crate::check(question, setup)))
}

/// As [`crate::ask`], and waits for it.
///
/// # Errors
/// As [`check`].
///
/// # Panics
/// As [`check`].
pub fn ask(question: &Question, sources: Vec<Box<dyn Source>>) -> io::Result<Report> {
    Ok(runtime()?.block_on(crate::ask(question, sources)))
}

fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
}
