//! Asking all sources at once, each on its own.

use std::pin::pin;

use futures_util::future::{Either, Shared, select};
use futures_util::stream;
use futures_util::{FutureExt, StreamExt};
use tokio::time::{Instant, sleep_until};
use zhixing_core::transport::Phase;

use crate::cases::cases;
use crate::conclusion::Conclusion;
use crate::registry::Setup;
use crate::report::{Failure, Report, State};
use crate::source::{Source, SourceAnswer};
use crate::subject::Question;
use crate::vendors::vendors;
use crate::warning::warnings;

/// Asks every vendor that the question names and the setup has credentials for.
///
/// Never fails as a whole: what a source could not answer stands in its own line of the report, and
/// hides nothing of the others. Dropping the future cancels the calls in flight; whether those were
/// counted is then in doubt. To keep what had been answered by then, use [`ask_each`].
///
/// Needs a tokio runtime with time and, for real HTTP, IO enabled.
pub async fn check(question: &Question, setup: &Setup) -> Report {
    check_until(question, setup, std::future::pending()).await
}

/// As [`check`], until `stop` ends: calls that are on their way then are dropped, and what was answered by then, and paid
/// for, is reported. The sources without an answer say `interrupted`.
pub async fn check_until(
    question: &Question,
    setup: &Setup,
    stop: impl Future<Output = ()>,
) -> Report {
    let sources = vendors(question, setup);
    let mut report = ask_until(question, sources, |_| {}, stop).await;
    report.sandbox = setup.is_sandbox();
    report
}

/// Asks these sources: vendors' (see [`vendors`]) and one's own, in any mixture.
pub async fn ask(question: &Question, sources: Vec<Box<dyn Source>>) -> Report {
    ask_each(question, sources, |_| {}).await
}

/// As [`ask`], and hands out each source's answer as soon as it is settled: for progress, and so that
/// cancelling loses nothing that was answered.
pub async fn ask_each(
    question: &Question,
    sources: Vec<Box<dyn Source>>,
    settled: impl FnMut(&SourceAnswer),
) -> Report {
    ask_until(question, sources, settled, std::future::pending()).await
}

async fn ask_until(
    question: &Question,
    sources: Vec<Box<dyn Source>>,
    mut settled: impl FnMut(&SourceAnswer),
    stop: impl Future<Output = ()>,
) -> Report {
    let end = End {
        // One beyond all clocks is none.
        deadline: question
            .deadline
            .and_then(|within| Instant::now().checked_add(within)),
        stop: stop.shared(),
    };
    let tasks = sources.iter().enumerate().map(|(place, source)| {
        let end = end.clone();
        async move { (place, settle(&**source, question, end).await) }
    });
    let mut running = stream::iter(tasks).buffer_unordered(question.in_flight.max(1));
    let mut answers = Vec::with_capacity(sources.len());
    while let Some((place, answer)) = running.next().await {
        settled(&answer);
        answers.push((place, answer));
    }
    // As they were given, whoever was first.
    answers.sort_by_key(|(place, _)| *place);
    let answers: Vec<SourceAnswer> = answers.into_iter().map(|(_, answer)| answer).collect();

    let mut report = Report {
        subject: question.subject.clone(),
        sandbox: false,
        conclusion: Conclusion::of(&answers),
        warnings: warnings(&question.subject),
        sources: Vec::with_capacity(answers.len()),
        cases: Vec::new(),
        records: Vec::new(),
    };
    for answer in answers {
        report.sources.push(answer.report);
        report.records.extend(answer.records);
    }
    report.cases = cases(&report.records);
    report
}

/// What ends a question before its answers do.
struct End<S: Future> {
    deadline: Option<Instant>,
    stop: Shared<S>,
}

impl<S: Future> Clone for End<S> {
    fn clone(&self) -> Self {
        Self {
            deadline: self.deadline,
            stop: self.stop.clone(),
        }
    }
}

impl<S: Future<Output = ()>> End<S> {
    /// Waits for whichever comes first, and gives back its word and sentence.
    async fn came(self) -> (&'static str, &'static str) {
        let deadline = async {
            match self.deadline {
                Some(deadline) => sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        match select(self.stop, pin!(deadline)).await {
            Either::Left(_) => ("interrupted", "stopped before the answer"),
            Either::Right(_) => ("deadline", "no answer before the deadline"),
        }
    }
}

/// Asks one source until the end. What it had answered by then is kept.
async fn settle<S: Future<Output = ()>>(
    source: &dyn Source,
    question: &Question,
    end: End<S>,
) -> SourceAnswer {
    let mut answer = SourceAnswer::of(source);
    if answer.report.state == State::NotAsked || answer.report.error.is_some() {
        return answer;
    }
    let mut end = pin!(end.came());
    // Nothing is sent once it is too late.
    if let Some((kind, message)) = end.as_mut().now_or_never() {
        answer.fail(Failure::new(kind, message, Phase::NotSent));
        return answer;
    }
    let ended = match select(source.ask(question, &mut answer), end).await {
        Either::Left(_) => None,
        Either::Right((ended, _)) => Some(ended),
    };
    if let Some((kind, message)) = ended {
        // Of a source that does not say, nobody knows.
        let phase = answer.reached.unwrap_or(Phase::InDoubt);
        answer.fail(Failure::new(kind, message, phase));
    }
    answer
}
