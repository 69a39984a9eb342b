//! The unified record of enforcement.
//!
//! Five vendors sell what the courts publish in five shapes. The [`Record`] is the one shape that a program can work
//! with: what kind of list, who, which case, how much, since when, and whether it still stands. Its values are
//! normalised, and each keeps the text it was read from, since every parser here gives up rather than guess, and a
//! reader must be able to see what the vendor really said. What has no neutral home goes to [`Record::details`]:
//! nothing a vendor sent is lost.
//!
//! Parsers take a `&str` and return an `Option`: `None` means that the text [is blank](is_blank), never that it was not
//! understood.
//!
//! ```
//! use zhixing_core::record::{Amount, CaseNumber, Day, Kind, Party, Record, Role, Source};
//!
//! let mut record = Record::new(Source::new("xinshu", "executed_one_key_search"));
//! record.add_kind(Kind::Terminated);
//! record.add_kind(Kind::Enforced);
//! record.set_subject(Party::named(Role::Debtor, "上海东虹桥融资担保股份有限公司"));
//! record.case_number = CaseNumber::parse("(2019)沪 0105 执 00447 号");
//! record.closed = Day::parse("2019年05月23日");
//! record.amount = Amount::parse("204300");
//!
//! assert_eq!(record.kinds, [Kind::Enforced, Kind::Terminated]);
//! assert_eq!(record.closed.unwrap().date().unwrap().to_string(), "2019-05-23");
//! ```

mod amount;
mod basis;
mod blank;
mod case_body;
mod case_number;
mod case_parts;
mod check_digit;
mod date;
mod day;
mod ground;
mod identifier;
mod kind;
mod open;
mod party;
mod performance;
mod raw;
mod source;
mod standing;
mod unify;
mod width;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use self::amount::Amount;
pub use self::basis::Basis;
pub use self::blank::{is_blank, text};
pub use self::case_number::CaseNumber;
pub use self::case_parts::CaseParts;
pub use self::date::Date;
pub use self::day::Day;
pub use self::ground::{Ground, Grounds};
pub(crate) use self::identifier::holds_identity_number;
pub use self::identifier::{Check, Form, Identifier};
pub use self::kind::Kind;
pub use self::open::UnknownTerm;
pub use self::party::{Party, PartyType, Role};
pub use self::performance::{Degree, Performance};
pub use self::source::{Detail, Query, Source};
pub use self::standing::{Standing, State};
pub use self::unify::Unify;
use crate::personal::Personal;
use crate::wire::Extra;

/// One row of a vendor's answer, in the words of the field.
///
/// In JSON, what is absent is left out; `kinds` and `source` are always there. Reading a record back parses the raw
/// texts again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// The lists that the row is of, each once, in the order of [`Kind`]. A vendor's mapping fills in at least one, and
    /// keeps all of a row that merges several. Whether it still stands there is another question: see
    /// [`standing`](Self::standing).
    pub kinds: Vec<Kind>,
    /// Whom the record is about, where the vendor names them; otherwise the query tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Party>,
    /// Everybody the record names, the subject among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// 案号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<CaseNumber>,
    /// 执行依据: the documents that the case enforces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// 执行法院.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub court: Option<String>,
    /// 做出执行依据单位: who issued the basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// 省份.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// 立案时间: when enforcement was filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed: Option<Day>,
    /// 发布时间: when the record was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Day>,
    /// 终本日期: when this round of enforcement was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Day>,
    /// 执行标的: the amount to enforce.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// 未履行金额: what of it is not paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outstanding: Option<Amount>,
    /// 失信被执行人行为具体情形.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Grounds>,
    /// 被执行人的履行情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance: Option<Performance>,
    /// 已履行: the part that was performed, in the court's words, which may name people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performed_part: Option<Personal>,
    /// 未履行: the part that was not performed, in the court's words, which may name people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unperformed_part: Option<Personal>,
    /// 生效法律文书确定的义务: what the basis orders, in the court's words, which name people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligation: Option<Personal>,
    /// Whether the record still stands on one of its lists. Of the others, and of all where this is absent, the vendor does
    /// not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// 执行状态, the state of the case in the vendor's words: `已终本`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_state: Option<String>,
    /// Where the record came from and what had been asked.
    pub source: Source,
    /// Everything else that the vendor sent, under its names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
    /// The fields of the vendor's document that came and hold something else than it promises, by their names on the wire
    /// (`LimitList[0].Name`). What came is a [detail](Self::details) of that name. The vendor said something there, so nothing
    /// follows from what the record lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<String>,
}

impl Record {
    /// A record that says nothing yet but where it came from.
    pub fn new(source: Source) -> Self {
        Self {
            kinds: Vec::new(),
            subject: None,
            parties: Vec::new(),
            case_number: None,
            basis: Vec::new(),
            court: None,
            authority: None,
            province: None,
            filed: None,
            published: None,
            closed: None,
            amount: None,
            outstanding: None,
            ground: None,
            performance: None,
            performed_part: None,
            unperformed_part: None,
            obligation: None,
            standing: None,
            case_state: None,
            source,
            details: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    /// Adds a kind in its place, once.
    pub fn add_kind(&mut self, kind: Kind) {
        if !self.kinds.contains(&kind) {
            let place = self.kinds.partition_point(|before| *before < kind);
            self.kinds.insert(place, kind);
        }
    }

    /// Whether the record is of this list, on which it need not stand any longer.
    pub fn is(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// What the vendor says of the record's standing on this list; `None` where it says nothing of it.
    pub fn state_on(&self, kind: Kind) -> Option<State> {
        let standing = self.standing.as_ref();
        standing.filter(|it| it.kind == kind).map(|it| it.state)
    }

    /// Sets whom the record is about and adds them to the parties; `None` changes nothing.
    pub fn set_subject(&mut self, subject: Option<Party>) {
        if let Some(subject) = subject {
            self.add_party(Some(subject.clone()));
            self.subject = Some(subject);
        }
    }

    /// As what the record is about somebody: the subject's role, and where no one of several is *the* subject, theirs. A record
    /// that names nobody is about whoever was asked for: the debtor, or the person who is restricted.
    pub fn role(&self) -> Role {
        let restricts =
            |kind: &Kind| matches!(kind, Kind::ExitRestricted | Kind::ConsumptionRestricted);
        match &self.subject {
            Some(subject) => subject.role,
            None if !self.kinds.is_empty() && self.kinds.iter().all(restricts) => {
                Role::RestrictedPerson
            }
            None => Role::Debtor,
        }
    }

    /// Those whom the record is about: the parties of its [`role`](Self::role).
    pub fn subjects(&self) -> impl Iterator<Item = &Party> {
        let role = self.role();
        self.parties.iter().filter(move |party| party.role == role)
    }

    /// Adds a party; `None` changes nothing. One that has a number is added once. A name alone, which may be masked, can be that of two
    /// people, so that each is kept.
    pub fn add_party(&mut self, party: Option<Party>) {
        let is_there = |party: &Party| {
            let numbered = party.id.is_some() || party.vendor_id.is_some();
            numbered && self.parties.contains(party)
        };
        self.parties.extend(party.filter(|party| !is_there(party)));
    }

    /// Adds a document that the case enforces; `None` changes nothing.
    pub fn add_basis(&mut self, basis: Option<Basis>) {
        self.basis.extend(basis);
    }

    /// Adds a value that has no neutral home, under its name on the wire, as sent; a [blank](is_blank) one changes
    /// nothing.
    pub fn add_detail(&mut self, name: &str, value: &str) {
        if !is_blank(value) {
            self.details.push(Detail::new(name, value));
        }
    }

    /// Adds what no field of the vendor's row takes, as details: text as it is, all else as JSON. What a documented field does not
    /// take is [unreadable](Self::unreadable) as well.
    pub fn add_extra(&mut self, extra: &Extra) {
        self.add_extras("", extra);
    }

    /// The same of an object inside the row, whose place (`LimitList[0]`) stands before each name: a telephone number is
    /// somebody's.
    pub fn add_extra_of(&mut self, place: &str, extra: &Extra) {
        self.add_extras(&format!("{place}."), extra);
    }

    fn add_extras(&mut self, before: &str, extra: &Extra) {
        for (key, value) in extra.iter() {
            let name = format!("{before}{key}");
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            if extra.is_unreadable(key) {
                // Be it blank: that a dash is nothing is known of text, and here something else is promised.
                self.details.push(Detail::new(name.clone(), text));
                self.unreadable.push(name);
            } else {
                self.add_detail(&name, &text);
            }
        }
    }
}
