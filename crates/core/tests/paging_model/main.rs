//! Walks over servers that do everything wrong that a server can do with pages, against what must hold of any walk.
//!
//! The server here is a model: a list that shrinks and grows between two pages, totals that lie, pages that come again, are empty
//! or have another size than was asked for. It notes what it was asked and what it gave, and the truth of that is what a walk is
//! held against.

mod server;
#[path = "../support/mod.rs"]
mod support;

use proptest::prelude::*;
use server::{Plan, Server, State, Total, plan};
use support::{builder, caller, plain, signed};
use zhixing_core::client::Caller;
use zhixing_core::error::Kind;
use zhixing_core::operation::{Reply, Request};
use zhixing_core::outcome::Completeness;
use zhixing_core::page::Cursor;

/// What a walk came to.
struct Walk {
    pages: Vec<Vec<i64>>,
    error: Option<Kind>,
    held: Completeness,
}

/// As the facade walks: the cursor says what to ask, and is told what came.
async fn walk<R: Request>(
    caller: &Caller,
    request: &R,
    limit: u32,
    ids: fn(&R::Reply) -> Vec<i64>,
) -> Walk {
    let mut cursor = Cursor::new(R::OPERATION, request.arguments(), limit);
    let (mut pages, mut error) = (Vec::new(), None);
    while let Some(step) = cursor.ask() {
        let step = match step {
            Ok(arguments) => caller.call_with::<R::Reply>(R::OPERATION, arguments).await,
            Err(stopped) => Err(stopped),
        };
        let came = step.and_then(|outcome| {
            let completeness = outcome.receipt.completeness;
            cursor.arrived(completeness, outcome.fingerprint())?;
            Ok(ids(&outcome.reply))
        });
        match came {
            Ok(page) => pages.push(page),
            Err(stopped) => {
                error = Some(stopped.kind().clone());
                break;
            }
        }
        assert!(pages.len() <= 100, "it does not stop");
    }
    assert!(error.is_some() || cursor.ask().is_none());
    Walk {
        pages,
        error,
        held: cursor.completeness(),
    }
}

/// As a program walks: the stream of pages.
async fn stream<R: Request>(
    caller: &Caller,
    request: &R,
    limit: u32,
    ids: fn(&R::Reply) -> Vec<i64>,
) -> (Vec<Vec<i64>>, Option<Kind>) {
    let mut stream = caller.pages(request).limit(limit);
    let mut pages = Vec::new();
    while let Some(page) = stream.next().await {
        match page {
            Ok(page) => pages.push(ids(&page.reply)),
            Err(error) => {
                assert!(stream.next().await.is_none(), "nothing follows an error");
                return (pages, Some(error.kind().clone()));
            }
        }
        assert!(pages.len() <= 100, "it does not stop");
    }
    (pages, None)
}

fn by_number(reply: &plain::Reply) -> Vec<i64> {
    reply
        .records()
        .iter()
        .filter_map(|row| row.id.get().copied())
        .collect()
}

fn by_offset(reply: &signed::Reply) -> Vec<i64> {
    reply
        .records()
        .iter()
        .filter_map(|item| item.number.get().copied())
        .collect()
}

/// Holds a walk against what the server did.
fn judge(plan: &Plan, state: &State, walk: &Walk) -> Result<(), TestCaseError> {
    let calls = state.asked.len();
    prop_assert!(calls <= plan.limit as usize, "{calls} calls");
    let mut distinct = state.asked.clone();
    distinct.sort_unstable();
    distinct.dedup();
    prop_assert_eq!(
        distinct.len(),
        calls,
        "a page was asked for twice: {:?}",
        state.asked
    );
    // Whatever came is handed out once, but for a page that came before.
    let repeats =
        |at: usize| !state.given[at].is_empty() && state.given[..at].contains(&state.given[at]);
    let repeated = (0..calls).find(|at| repeats(*at));
    let due = &state.given[..repeated.unwrap_or(calls)];
    prop_assert_eq!(&walk.pages, due);
    let fetched: usize = due.iter().map(Vec::len).sum();
    prop_assert_eq!(walk.held.fetched, fetched as u64);
    match &walk.error {
        None => prop_assert!(repeated.is_none()),
        Some(Kind::RepeatedPage { fetched: told }) => {
            prop_assert_eq!((repeated, *told), (Some(calls - 1), fetched as u64));
        }
        Some(Kind::PageLimit {
            pages,
            fetched: told,
            ..
        }) => {
            prop_assert_eq!(
                (*pages, calls, *told),
                (plan.limit, plan.limit as usize, fetched as u64)
            );
            prop_assert!(repeated.is_none());
        }
        Some(other) => prop_assert!(false, "{other:?}"),
    }
    if walk.held.complete {
        prop_assert!(walk.error.is_none(), "complete, and an error");
        let given = due.concat();
        let missing = state.ever.iter().filter(|id| !given.contains(id)).count();
        // It went by what the server said. Only a server that says no total, or too small a one, can be so believed.
        let misled = match plan.total {
            Total::Silent => true,
            Total::Off(by) => by < 0,
            Total::Right => false,
        };
        prop_assert!(
            missing == 0 || misled,
            "complete, and {missing} are missing"
        );
    }
    Ok(())
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_walk_by_numbers_holds(plan in plan()) {
        let mut request = plain::Request::new("张德洲");
        request.page_size = Some(plan.size as i64);
        let (server, other) = (Server::of(&plan), Server::of(&plan));
        let walk = wait(walk(&caller(&plain::VENDOR, server.clone()), &request, plan.limit, by_number));
        judge(&plan, &server.0.lock().unwrap(), &walk)?;
        let streamed = wait(stream(&caller(&plain::VENDOR, other.clone()), &request, plan.limit, by_number));
        prop_assert_eq!(streamed, (walk.pages, walk.error));
        prop_assert_eq!(&server.0.lock().unwrap().asked, &other.0.lock().unwrap().asked);
    }

    #[test]
    fn any_walk_by_offsets_holds(mut plan in plan()) {
        // What this vendor documents.
        plan.size = 3;
        let request = signed::Request::new("张德洲");
        let (server, other) = (Server::of(&plan), Server::of(&plan));
        let walk = wait(walk(&insisting(&server), &request, plan.limit, by_offset));
        judge(&plan, &server.0.lock().unwrap(), &walk)?;
        let streamed = wait(stream(&insisting(&other), &request, plan.limit, by_offset));
        prop_assert_eq!(streamed, (walk.pages, walk.error));
    }
}

/// The signatures of these replies are not what is tested.
fn insisting(server: &Server) -> Caller {
    let builder = builder(&signed::VENDOR, server.clone());
    builder
        .dangerously_accept_unverified_replies()
        .build()
        .unwrap()
}
