//! A transport that serves numbered records page by page, as both invented vendors do.

use std::sync::{Arc, Mutex};

use serde_json::json;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

/// What the shop says of its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// This, right or wrong.
    Says(u64),
    /// Nothing.
    Silent,
}

/// Holds the records 0, 1, 2 … and hands them out in pages.
#[derive(Debug, Clone)]
pub struct Shop {
    pub records: u64,
    pub total: Total,
    /// Whether it disregards which page is asked for.
    pub stuck: bool,
    /// Records on a page at most, whatever was asked for.
    pub at_most: u64,
    /// Whether a page beyond the end comes with a total of 0.
    pub forgets: bool,
    /// The first record of each page that was asked for.
    pub asked: Arc<Mutex<Vec<u64>>>,
}

impl Shop {
    pub fn new(records: u64, total: Total) -> Self {
        Self {
            records,
            total,
            stuck: false,
            at_most: u64::MAX,
            forgets: false,
            asked: Arc::default(),
        }
    }

    pub fn calls(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

/// The number that stands in the query or the form under that name.
fn number(text: &str, name: &str) -> Option<u64> {
    let pairs = text.split(['?', '&']);
    let found = pairs.filter_map(|pair| pair.split_once('='));
    found
        .filter(|(key, _)| *key == name)
        .find_map(|(_, value)| value.parse().ok())
}

#[async_trait::async_trait]
impl Transport for Shop {
    async fn send(&self, request: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        let form = request.body.as_deref();
        let (start, size) = match form {
            // The second vendor: pages from 1 on, of 10 unless told otherwise.
            Some(form) => {
                let size = number(form, "pageSize").unwrap_or(10);
                ((number(form, "pageIndex").unwrap_or(1) - 1) * size, size)
            }
            // The first vendor: so many are skipped, 3 to a page.
            None => (number(&request.url, "skip").unwrap_or(0), 3),
        };
        self.asked.lock().unwrap().push(start);
        let start = if self.stuck { 0 } else { start };
        let end = self.records.min(start + size.min(self.at_most));
        let mut page = json!({});
        if let Total::Says(total) = self.total {
            page["total"] = json!(total);
        }
        if self.forgets && start >= self.records {
            page["total"] = json!(0);
        }
        let body = match form {
            Some(_) => {
                page["list"] = (start..end).map(|id| json!({"id": id})).collect();
                json!({"error_code": 0, "result": page})
            }
            None => {
                page["items"] = (start..end).map(|n| json!({"number": n})).collect();
                json!({"status": "200", "data": page})
            }
        };
        Ok(HttpReply::new(200, None, body.to_string()))
    }
}
