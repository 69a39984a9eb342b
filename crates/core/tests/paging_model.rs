//! Walks over servers that do everything wrong that a server can do with pages, against what must hold of any walk.
//!
//! The server here is a model: a list that shrinks and grows between two pages, totals that lie, pages that come again, are empty
//! or have another size than was asked for. It notes what it was asked and what it gave, and the truth of that is what a walk is
//! held against.

mod support;

use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use serde_json::json;
use support::{builder, caller, plain, signed};
use zhixing_core::client::Caller;
use zhixing_core::error::Kind;
use zhixing_core::operation::{Reply, Request};
use zhixing_core::outcome::Completeness;
use zhixing_core::page::Cursor;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

/// What the server does when a page is asked for.
#[derive(Debug, Clone)]
enum Turn {
    /// Gives the page.
    Well,
    /// Gives this much less or more than was asked for.
    Sized(u64),
    /// Gives nothing, although there may be something.
    Empty,
    /// Gives what it gave so many pages ago.
    Again(usize),
    /// Loses so many of its records before it answers, the first ones.
    Shrinks(usize),
    /// Gets so many more before it answers, in front.
    Grows(usize),
}

/// What it says of the total.
#[derive(Debug, Clone, Copy)]
enum Total {
    Right,
    Off(i64),
    Silent,
}

#[derive(Debug, Clone)]
struct Plan {
    records: u64,
    size: u64,
    total: Total,
    /// One for each page; after the last, the last goes on for ever.
    turns: Vec<Turn>,
    limit: u32,
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        8 => Just(Turn::Well),
        1 => (0..30_u64).prop_map(Turn::Sized),
        1 => Just(Turn::Empty),
        1 => (1..4_usize).prop_map(Turn::Again),
        1 => (1..5_usize).prop_map(Turn::Shrinks),
        1 => (1..5_usize).prop_map(Turn::Grows),
    ]
}

fn plan() -> impl Strategy<Value = Plan> {
    let total = prop_oneof![
        4 => Just(Total::Right),
        2 => (-30..30_i64).prop_map(Total::Off),
        1 => Just(Total::Silent),
    ];
    let turns = prop::collection::vec(turn(), 1..12);
    (0..60_u64, 1..=20_u64, total, turns, 0..14_u32).prop_map(
        |(records, size, total, turns, limit)| Plan {
            records,
            size,
            total,
            turns,
            limit,
        },
    )
}

/// The server's list, and what happened.
#[derive(Debug)]
struct State {
    plan: Plan,
    list: Vec<i64>,
    next_new: i64,
    asked: Vec<u64>,
    given: Vec<Vec<i64>>,
    totals: Vec<Option<u64>>,
    /// Every record that was on the list at any time since the first page was given.
    ever: Vec<i64>,
}

#[derive(Debug, Clone)]
struct Server(Arc<Mutex<State>>);

impl Server {
    fn of(plan: &Plan) -> Self {
        let list: Vec<i64> = (0..plan.records as i64).collect();
        Self(Arc::new(Mutex::new(State {
            plan: plan.clone(),
            ever: Vec::new(),
            list,
            next_new: 1_000,
            asked: Vec::new(),
            given: Vec::new(),
            totals: Vec::new(),
        })))
    }
}

impl State {
    fn answer(&mut self, start: u64) -> (Vec<i64>, Option<u64>) {
        let turns = &self.plan.turns;
        let turn = turns.get(self.asked.len()).or(turns.last());
        let turn = turn.cloned().unwrap_or(Turn::Well);
        self.asked.push(start);
        let mut size = self.plan.size;
        let mut page = None;
        match turn {
            Turn::Well => {}
            Turn::Sized(other) => size = other,
            Turn::Empty => page = Some(Vec::new()),
            Turn::Again(back) => {
                let at = self.given.len().checked_sub(back);
                page = at.and_then(|at| self.given.get(at)).cloned();
            }
            Turn::Shrinks(by) => drop(self.list.drain(..by.min(self.list.len()))),
            Turn::Grows(by) => {
                for _ in 0..by {
                    self.list.insert(0, self.next_new);
                    self.ever.push(self.next_new);
                    self.next_new += 1;
                }
            }
        }
        if self.asked.len() == 1 {
            self.ever = self.list.clone();
        }
        let all = self.list.len();
        let from = usize::try_from(start).unwrap_or(all).min(all);
        let to = from.saturating_add(size as usize).min(all);
        let page = page.unwrap_or_else(|| self.list[from..to].to_vec());
        let total = match self.plan.total {
            Total::Right => Some(all as u64),
            Total::Off(by) => Some((all as i64 + by).max(0) as u64),
            Total::Silent => None,
        };
        self.given.push(page.clone());
        self.totals.push(total);
        (page, total)
    }
}

fn number(text: &str, name: &str) -> Option<u64> {
    let pairs = text
        .split(['?', '&'])
        .filter_map(|pair| pair.split_once('='));
    let mut found = pairs.filter(|(key, _)| *key == name);
    found.find_map(|(_, value)| value.parse().ok())
}

#[async_trait::async_trait]
impl Transport for Server {
    async fn send(&self, request: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        let mut state = self.0.lock().unwrap();
        // One of the two invented vendors numbers its pages, in a form; the other skips records, in the query.
        let form = request.body.as_deref();
        let start = match form {
            Some(form) => {
                let size = number(form, "pageSize").unwrap_or(10);
                (number(form, "pageIndex").unwrap_or(1) - 1) * size
            }
            None => number(&request.url, "skip").unwrap_or(0),
        };
        let (page, total) = state.answer(start);
        let (list, id) = if form.is_some() {
            ("list", "id")
        } else {
            ("items", "number")
        };
        let rows: Vec<_> = page.iter().map(|number| json!({id: number})).collect();
        let mut result = json!({list: rows});
        if let Some(total) = total {
            result["total"] = json!(total);
        }
        let body = match form {
            Some(_) => json!({"error_code": 0, "result": result}),
            None => json!({"status": "200", "data": result}),
        };
        Ok(HttpReply::new(200, None, body.to_string()))
    }
}

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
