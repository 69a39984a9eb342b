//! One enforcement case, before any vendor writes it its own way.

use chrono::NaiveDate;
use zhixing_core::record::Kind;

/// A court, with what case numbers need of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Court {
    /// The full name.
    pub(crate) name: &'static str,
    /// The province, without its suffix.
    pub(crate) province: &'static str,
    /// The province's abbreviation in case numbers.
    pub(crate) sign: &'static str,
    /// The four digits after it: the region's code without the province (GB/T 2260).
    pub(crate) digits: &'static str,
}

/// Year and serial of a case number; court and type stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Serial {
    pub(crate) year: i32,
    pub(crate) number: u32,
}

/// How far the debtor has performed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Performance {
    None,
    Part,
    All,
}

impl Performance {
    /// As the lists say it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::None => "全部未履行",
            Self::Part => "部分未履行",
            Self::All => "全部已履行",
        }
    }

    /// What is left of an amount.
    pub(crate) fn outstanding(self, amount: u64) -> u64 {
        match self {
            Self::None => amount,
            Self::Part => amount / 3,
            Self::All => 0,
        }
    }
}

/// One case against one debtor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    /// The list that the entry is on, where a vendor keeps several apart.
    pub(crate) list: Kind,
    /// The debtor's name.
    pub(crate) debtor: String,
    /// The debtor's organisation code without hyphen, or masked identity number.
    pub(crate) code: String,
    /// Whether the debtor is a person.
    pub(crate) person: bool,
    /// The legal representative; of a person, the person.
    pub(crate) representative: String,
    pub(crate) address: String,
    pub(crate) applicant: String,
    pub(crate) court: Court,
    /// The number of the enforcement case (执).
    pub(crate) serial: Serial,
    /// The number of the judgment that is enforced (民初), of the same court.
    pub(crate) basis: Serial,
    pub(crate) filed: NaiveDate,
    pub(crate) published: NaiveDate,
    /// The day of closing without full enforcement (终本): something is outstanding then.
    pub(crate) closed: Option<NaiveDate>,
    /// In whole yuan.
    pub(crate) amount: u64,
    /// In whole yuan.
    pub(crate) outstanding: u64,
    pub(crate) ground: &'static str,
    pub(crate) performance: Performance,
    pub(crate) duty: String,
    /// Whether the entry is still published. Of a duty that was performed in full it is deleted within three working days
    /// (法释〔2017〕7号, 第十条).
    pub(crate) listed: bool,
    /// A number from which vendors' own numbers are made.
    pub(crate) id: u64,
}

impl Case {
    /// The organisation code with its hyphen, `96574785-6`; anything else as it is.
    pub(crate) fn hyphenated(&self) -> String {
        match (self.person, self.code.split_at_checked(8)) {
            (false, Some((body, check))) if check.len() == 1 => format!("{body}-{check}"),
            _ => self.code.clone(),
        }
    }
}
