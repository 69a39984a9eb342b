//! What holds of every invented case, whatever the seed.

use super::*;

fn many(seed: u64) -> Vec<Case> {
    World::new(seed).cases(&Ask {
        subject: "大量记录测试有限公司",
        person: None,
        list: None,
        vendor: "xinshu",
        persons: false,
    })
}

#[test]
fn no_two_cases_of_a_list_share_a_number_whatever_their_courts() {
    for seed in 0..20 {
        let numbers: Vec<u32> = many(seed).iter().map(|case| case.serial.number).collect();
        assert!(numbers.is_sorted_by(|earlier, later| earlier < later));
    }
}

/// All that a vendor knows of anybody.
fn everything(seed: u64, vendor: &str) -> Vec<Case> {
    let world = World::new(seed);
    let ask = |subject, person, list| {
        world.cases(&Ask {
            subject,
            person,
            list,
            vendor,
            persons: true,
        })
    };
    let lists = [Kind::Dishonest, Kind::Enforced, Kind::ConsumptionRestricted];
    let companies = COMPANIES.iter().map(|it| ask(it.name, None, None));
    let people = PEOPLE
        .iter()
        .flat_map(|person| lists.map(|list| ask("", Some(person.name), Some(list))));
    companies.chain(people).flatten().collect()
}

#[test]
fn a_case_runs_in_the_order_of_life() {
    for case in everything(3, "xinshu") {
        assert_eq!(case.serial.year, case.filed.year());
        assert!(case.basis.year < case.serial.year);
        assert!(case.filed < case.published);
        assert!(case.closed.is_none_or(|closed| case.published < closed));
    }
}

/// Whatever the seed and whoever is asked: money, performance, the end of a round and the list say the same.
#[test]
fn no_case_contradicts_itself() {
    let mut met = std::collections::BTreeSet::new();
    for seed in 0..100 {
        for vendor in ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"] {
            for case in everything(seed, vendor) {
                assert!(case.amount > 0, "{seed} {vendor}: {case:?}");
                let of_amount = match case.outstanding {
                    0 => Performance::All,
                    all if all == case.amount => Performance::None,
                    _ => Performance::Part,
                };
                assert!(case.outstanding <= case.amount, "{seed} {vendor}: {case:?}");
                assert_eq!(of_amount, case.performance, "{seed} {vendor}: {case:?}");
                if case.performance == Performance::All {
                    // 终本 is closing what could not be enforced, and who has performed is taken off the list.
                    assert_eq!(case.closed, None, "{seed} {vendor}: {case:?}");
                    assert!(!case.listed, "{seed} {vendor}: {case:?}");
                }
                met.insert((case.performance.label(), case.closed.is_some(), case.listed));
            }
        }
    }
    // The invented ones, and of the documented ones the one that is closed and still listed.
    let all = [
        ("全部已履行", false, false),
        ("全部未履行", false, true),
        ("全部未履行", true, false),
        ("全部未履行", true, true),
        ("部分未履行", false, true),
        ("部分未履行", true, false),
    ];
    assert_eq!(met, all.into_iter().collect());
}
