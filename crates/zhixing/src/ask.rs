//! Asking all sources at once, each on its own.

use futures_util::StreamExt;
use futures_util::stream;
use tokio::time::{Instant, timeout_at};

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
    let mut report = ask(question, vendors(question, setup)).await;
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
    mut settled: impl FnMut(&SourceAnswer),
) -> Report {
    let deadline = question.deadline.map(|within| Instant::now() + within);
    let tasks = sources
        .iter()
        .enumerate()
        .map(|(place, source)| async move { (place, settle(&**source, question, deadline).await) });
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

/// Asks one source within the deadline. What it had answered by then is kept.
async fn settle(
    source: &dyn Source,
    question: &Question,
    deadline: Option<Instant>,
) -> SourceAnswer {
    let mut answer = SourceAnswer::of(source);
    let Some(deadline) = deadline else {
        source.ask(question, &mut answer).await;
        return answer;
    };
    if answer.report.state == State::NotAsked || answer.report.error.is_some() {
        return answer;
    }
    if Instant::now() >= deadline {
        answer.fail(Failure::deadline(false));
        return answer;
    }
    if timeout_at(deadline, source.ask(question, &mut answer))
        .await
        .is_err()
    {
        answer.fail(Failure::deadline(true));
    }
    answer
}
