//! What came of a question: one line for every source, and all records.

use serde::{Deserialize, Serialize};
use zhixing_core::Error;
use zhixing_core::error::{Kind, Step};
use zhixing_core::outcome::RawReply;
use zhixing_core::record::Record;
use zhixing_core::spec::{Class, Retry};
use zhixing_core::transport::Phase;

use crate::cases::Case;
use crate::conclusion::Conclusion;
use crate::reason::Reason;
use crate::subject::Subject;
use crate::warning::Warning;

/// What all sources say of one subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// Whom it is about.
    pub subject: Subject,
    /// Whether everything below is sample data and no answer.
    pub sandbox: bool,
    /// What may be concluded from all of it. There is no "clean".
    pub conclusion: Conclusion,
    /// What looks wrong with the question.
    pub warnings: Vec<Warning>,
    /// Every source, whether it was asked or not.
    pub sources: Vec<SourceReport>,
    /// The records, grouped: one case may stand on several lists and at several vendors.
    pub cases: Vec<Case>,
    /// All records that were found, in the order of the sources.
    pub records: Vec<Record>,
}

/// One source: an operation of a vendor, and the list that was asked where it wants to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceReport {
    /// The vendor.
    pub vendor: String,
    /// Its operation.
    pub operation: String,
    /// Which list was asked, in the document's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Whether it was searched, and whether something was found.
    pub state: State,
    /// Why it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Calls that were made, whatever came of them, repeated ones included.
    pub calls: u32,
    /// Records that were fetched.
    pub fetched: u64,
    /// Records that there are in all, as the vendor says. It can be wrong.
    pub total: Option<u64>,
    /// Whether everything was fetched. `false` wherever that is not certain.
    pub complete: bool,
    /// `verified`, `mismatch` or `unsigned`; null where nothing was answered.
    pub signature: Option<String>,
    /// The vendor's number for the call; for several pages, for the last.
    pub order_number: Option<String>,
    /// What went wrong. Beside `found`: what kept the rest from being fetched.
    pub error: Option<Failure>,
}

impl SourceReport {
    /// A line that says who this is and nothing else yet.
    #[must_use]
    pub fn new(vendor: &str, operation: &str, state: State) -> Self {
        Self {
            vendor: vendor.to_owned(),
            operation: operation.to_owned(),
            list: None,
            state,
            reason: None,
            calls: 0,
            fetched: 0,
            total: None,
            complete: false,
            signature: None,
            order_number: None,
            error: None,
        }
    }
}

/// What is known of a source. The four are never mixed up: only `none` says that nothing was found,
/// and only by this source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It holds records.
    Found,
    /// It was searched and holds none.
    None,
    /// It could not be searched.
    Unavailable,
    /// It was not asked.
    NotAsked,
}

impl State {
    /// The word for machines.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::None => "none",
            Self::Unavailable => "unavailable",
            Self::NotAsked => "not_asked",
        }
    }
}

/// A failure, for machines. Holds no URL, key, name or content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Failure {
    /// What went wrong, in a word: `status`, `timeout`, `signature_mismatch`, …
    pub kind: String,
    /// The vendor's code, where it answered with one.
    pub code: Option<String>,
    /// What the code means for the caller: `auth`, `quota`, …
    pub class: Option<String>,
    /// In a sentence.
    pub message: String,
    /// Whether the request was sent: `no`, `in_doubt`, `yes`.
    pub sent: String,
    /// Whether the call was counted: `yes`, `no`, `unknown`.
    pub counted: String,
    /// What to do next.
    pub next_step: String,
    /// The same in a word, the one of a [`Step`]: `check_key`, `check_bill`, …; empty where a source of one's own says
    /// something else. A later version may know more words.
    #[serde(default)]
    pub step: String,
    /// The HTTP status of the reply, where one came and could not be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http_status: Option<u16>,
    /// Seconds to wait before asking again, where the document says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u32>,
    /// Kept beside the failure and not in it: reports are stored and passed on, and it is about people.
    #[serde(skip)]
    raw_reply: Option<RawReply>,
}

impl Failure {
    /// The reply as it arrived, where one came; a part of it where the line broke. It holds what may have been paid for and
    /// people's names, so that it is neither serialised nor shown by Debug: a failure that was read from JSON has none.
    #[must_use]
    pub fn raw_reply(&self) -> Option<&RawReply> {
        self.raw_reply.as_ref()
    }

    /// The same where it should be kept, since nothing else holds what it says: it was not understood or not believed, it is
    /// not empty, and it may have been counted. A status that the vendor answered with, documented or not, was
    /// understood: `code` and `message` hold it. So is a refusal by HTTP (401, 403, 407, 429), which holds no answer.
    ///
    /// ```no_run
    /// # async fn ask(question: zhixing::Question, setup: zhixing::Setup) -> std::io::Result<()> {
    /// let report = zhixing::check(&question, &setup).await;
    /// for source in &report.sources {
    ///     let failure = source.error.as_ref();
    ///     if let Some(reply) = failure.and_then(|failure| failure.reply_to_keep()) {
    ///         std::fs::write(format!("{}.reply", source.vendor), reply.body())?;
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn reply_to_keep(&self) -> Option<&RawReply> {
        let understood = match self.kind.as_str() {
            "status" | "unknown_status" => true,
            // What a gateway or a proxy refuses: the vendor was not asked.
            "http" => matches!(self.http_status, Some(401 | 403 | 407 | 429)),
            _ => false,
        };
        let reply = self.raw_reply().filter(|reply| !reply.body().is_empty());
        reply.filter(|_| !understood && self.counted != "no")
    }

    /// A failure that no vendor is the cause of. `kind` is a word for machines.
    #[must_use]
    pub fn new(kind: &str, message: &str, phase: Phase) -> Self {
        let (counted, step, next_step) = match phase {
            Phase::NotSent => ("no", Step::AskAgain, Step::AskAgain.sentence()),
            // A source of one's own is no vendor.
            _ => (
                "unknown",
                Step::CheckBill,
                "look at the bill before asking again: the call may have been counted",
            ),
        };
        Self {
            kind: kind.to_owned(),
            code: None,
            class: None,
            message: message.to_owned(),
            sent: phase.sent().to_owned(),
            counted: counted.to_owned(),
            next_step: next_step.to_owned(),
            step: step.as_str().to_owned(),
            http_status: None,
            retry_after_seconds: None,
            raw_reply: None,
        }
    }
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self {
            kind: error.kind().as_str().to_owned(),
            code: error.code().map(str::to_owned),
            class: error
                .class()
                .or_else(|| refusal(error).and_then(|(class, _)| class))
                .map(|class| class.as_str().to_owned()),
            message: error.to_string(),
            sent: error.phase().sent().to_owned(),
            counted: error.counted().as_str().to_owned(),
            next_step: refusal(error)
                .map_or_else(|| error.next_step(), |(_, step)| step.sentence().to_owned()),
            step: refusal(error)
                .map_or_else(|| error.step(), |(_, step)| step)
                .as_str()
                .to_owned(),
            http_status: error.raw_reply().map(RawReply::http_status),
            retry_after_seconds: error.advice().and_then(|advice| match advice.retry {
                Retry::AfterSeconds(seconds) => Some(seconds),
                _ => None,
            }),
            raw_reply: error.raw_reply().cloned(),
        }
    }
}

/// A gateway's refusal that the vendor's document does not mention: what HTTP itself says of it
/// (RFC 9110, RFC 6585), and what to do. Without this a wrong APPCODE would read as an odd reply.
fn refusal(error: &Error) -> Option<(Option<Class>, Step)> {
    let Kind::Http(arrived) = error.kind() else {
        return None;
    };
    if error.class().is_some() {
        return None;
    }
    match arrived.http_status {
        401 => Some((Some(Class::Auth), Step::CheckKey)),
        // It is not the vendor that asks.
        407 => Some((None, Step::GiveProxyPassword)),
        403 => Some((Some(Class::Permission), Step::CheckAccount)),
        429 => Some((Some(Class::Rate), Step::SlowDown)),
        _ => None,
    }
}
