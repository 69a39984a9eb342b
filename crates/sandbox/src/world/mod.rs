//! The synthetic world: companies and people with cases, the same for every vendor, made from a seed.
//!
//! Everything a vendor answers beyond its documented examples comes from here. A case is made once, neutrally, and each
//! vendor writes it in its own shape ([`render`]), so that one case can be met at several vendors, as in life.

mod case;
mod courts;
mod known;
mod random;
pub(crate) mod render;
mod shared;

use chrono::{Datelike, NaiveDate, TimeDelta};
use zhixing_core::record::Kind;
use zhixing_core::spec::{Operation, Parameter, Rule};

pub(crate) use case::{Case, Performance, Serial};
use courts::{ABLE_BUT_UNWILLING, APPLICANTS, CHANGNING, COURTS, GROUNDS};
use known::{COMPANIES, Company, GUARANTOR, PEOPLE, Person};
use random::Dice;
use shared::{disagree, guarantor};

/// What is asked, in neutral words. It may name real people, so it has no Debug.
pub(crate) struct Ask<'a> {
    pub(crate) subject: &'a str,
    pub(crate) person: Option<&'a str>,
    pub(crate) list: Option<Kind>,
    /// Who is asked: vendors disagree.
    pub(crate) vendor: &'a str,
    /// Whether the subject may be a person.
    pub(crate) persons: bool,
}

/// The list that a parameter's value means, by the document's own words for it.
pub(crate) fn list_of(operation: &Operation, parameter: &Parameter, value: &str) -> Option<Kind> {
    let rule = match parameter.rule {
        Rule::List { items, .. } => *items,
        single => single,
    };
    let (Rule::OneOf(values) | Rule::OneOfNumbers(values)) = rule else {
        return None;
    };
    let (_, meaning) = values.iter().find(|(known, _)| *known == value)?;
    operation
        .lists
        .iter()
        .copied()
        .find(|kind| kind.label().starts_with(meaning))
}

/// All that can be found.
#[derive(Debug, Clone)]
pub(crate) struct World {
    seed: u64,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The cases that a vendor knows. None for anybody who does not live here.
    pub(crate) fn cases(&self, ask: &Ask<'_>) -> Vec<Case> {
        let mut cases = match ask.person {
            Some(name) => PEOPLE
                .iter()
                .find(|person| person.name == name.trim())
                .map_or_else(Vec::new, |person| self.of_person(person, ask.list)),
            None => self.of_subject(ask),
        };
        disagree(ask.vendor, &mut cases);
        cases
    }

    /// So many cases that follow a documented example's own.
    pub(crate) fn continuation(&self, ask: &Ask<'_>, count: usize) -> Vec<Case> {
        let company = COMPANIES.iter().find(|company| company.is(ask.subject));
        let debtor = match (ask.person, company) {
            (Some(name), _) => PEOPLE
                .iter()
                .find(|person| person.name == name)
                .map_or_else(|| Debtor::named(name), Debtor::person),
            (None, Some(company)) => Debtor::company(company),
            (None, None) => Debtor::named(ask.subject),
        };
        self.invent(
            &debtor,
            ask.list.unwrap_or(Kind::Dishonest),
            "continuation",
            count,
        )
    }

    fn of_subject(&self, ask: &Ask<'_>) -> Vec<Case> {
        let subject = ask.subject.trim();
        if let Some(company) = COMPANIES.iter().find(|company| company.is(subject)) {
            if company.name == GUARANTOR {
                return guarantor(company);
            }
            let debtor = Debtor::company(company);
            return self.invent(&debtor, Kind::Dishonest, "cases", company.cases);
        }
        match PEOPLE.iter().find(|person| person.name == subject) {
            Some(person) if ask.persons => self.of_person(person, Some(Kind::Enforced)),
            _ => Vec::new(),
        }
    }

    fn of_person(&self, person: &'static Person, list: Option<Kind>) -> Vec<Case> {
        let list = list.unwrap_or(Kind::Enforced);
        let count = match list {
            Kind::Dishonest => person.dishonest,
            Kind::ConsumptionRestricted => person.restricted,
            _ => person.enforced,
        };
        self.invent(&Debtor::person(person), list, list.label(), count)
    }

    /// So many cases. The salt keeps a debtor's lists apart.
    fn invent(&self, debtor: &Debtor<'_>, list: Kind, salt: &str, count: usize) -> Vec<Case> {
        (0..count)
            .map(|index| self.case(debtor, list, salt, u64::try_from(index).unwrap_or(u64::MAX)))
            .collect()
    }

    fn case(&self, debtor: &Debtor<'_>, list: Kind, salt: &str, index: u64) -> Case {
        let mut dice = Dice::new(self.seed, &format!("{salt}/{}", debtor.name), index);
        let court = dice.pick(CHANGNING, COURTS);
        let filed = later(day(2016, 1, 4), dice.days(2900));
        let published = later(filed, 20 + dice.days(200));
        let ended = (dice.below(2) == 0).then(|| later(published, 10 + dice.days(150)));
        let performance = dice.pick(
            Performance::None,
            &[Performance::None, Performance::Part, Performance::All],
        );
        // A court closes a round for want of assets, so only where something is outstanding.
        let closed = ended.filter(|_| performance != Performance::All);
        let amount = 3_000 + dice.below(5_000_000);
        let applicant = dice.pick("样例物资经营处", APPLICANTS);
        // Each place in the list has its own stretch of numbers, so no two cases of a debtor share one.
        let stretch = u32::try_from(index).unwrap_or(0).saturating_mul(40);
        let number = stretch
            .saturating_add(100)
            .saturating_add(u32::try_from(dice.below(40)).unwrap_or(0));
        Case {
            list,
            debtor: debtor.name.to_owned(),
            code: debtor.code.to_owned(),
            person: debtor.person,
            representative: debtor.representative.to_owned(),
            address: format!("{}测试路{}号", court.province, 1 + dice.below(900)),
            applicant: applicant.to_owned(),
            court,
            serial: Serial {
                year: filed.year(),
                number,
            },
            basis: Serial {
                year: filed.year() - 1,
                number: number.saturating_add(1000),
            },
            filed,
            published,
            closed,
            amount,
            outstanding: performance.outstanding(amount),
            ground: dice.pick(ABLE_BUT_UNWILLING, GROUNDS),
            performance,
            duty: format!(
                "被告{}于本判决生效之日起十日内支付原告{applicant}货款人民币{amount}元；案件受理费由被告负担。",
                debtor.name
            ),
            listed: closed.is_none() && performance != Performance::All,
            id: dice.roll(),
        }
    }
}

/// Whose cases are invented.
struct Debtor<'a> {
    name: &'a str,
    code: &'a str,
    representative: &'a str,
    person: bool,
}

impl<'a> Debtor<'a> {
    fn company(company: &'static Company) -> Self {
        Self {
            name: company.name,
            code: company.code,
            representative: company.representative,
            person: false,
        }
    }

    fn person(person: &'static Person) -> Self {
        Self {
            name: person.name,
            code: person.masked_number,
            representative: person.name,
            person: true,
        }
    }

    /// Somebody of whom only the documented example knows more.
    fn named(name: &'a str) -> Self {
        Self {
            name,
            code: "",
            representative: "王样例",
            person: false,
        }
    }
}

/// A day so many days later; the calendar's last day if there is none.
fn later(day: NaiveDate, days: i64) -> NaiveDate {
    TimeDelta::try_days(days)
        .and_then(|span| day.checked_add_signed(span))
        .unwrap_or(NaiveDate::MAX)
}

/// A day that this crate names itself; the first of 1970 if the calendar has it not.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests;
