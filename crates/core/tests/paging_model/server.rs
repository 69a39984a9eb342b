//! A server that does everything wrong that a server can do with pages.

use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use serde_json::json;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

/// What the server does when a page is asked for.
#[derive(Debug, Clone)]
pub(crate) enum Turn {
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
pub(crate) enum Total {
    Right,
    Off(i64),
    Silent,
}

#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) records: u64,
    pub(crate) size: u64,
    pub(crate) total: Total,
    /// One for each page; after the last, the last goes on for ever.
    pub(crate) turns: Vec<Turn>,
    pub(crate) limit: u32,
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

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
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
pub(crate) struct State {
    pub(crate) plan: Plan,
    pub(crate) list: Vec<i64>,
    pub(crate) next_new: i64,
    pub(crate) asked: Vec<u64>,
    pub(crate) given: Vec<Vec<i64>>,
    pub(crate) totals: Vec<Option<u64>>,
    /// Every record that was on the list at any time since the first page was given.
    pub(crate) ever: Vec<i64>,
}

#[derive(Debug, Clone)]
pub(crate) struct Server(pub(crate) Arc<Mutex<State>>);

impl Server {
    pub(crate) fn of(plan: &Plan) -> Self {
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
