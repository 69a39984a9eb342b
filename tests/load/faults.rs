//! What goes wrong under load, and what each of it must end in: for the caller and on the bill.

use std::time::Duration;

use zhixing_core::transport::Limits;
use zhixing_sandbox::{Fault, Route, Sandbox};

/// Short, so that the calls that must run out of time do so soon.
pub(crate) const LIMITS: Limits = Limits {
    connect: Duration::from_secs(5),
    head: Duration::from_millis(700),
    silence: Duration::from_millis(700),
    attempt: Duration::from_millis(900),
    reply_bytes: 256 * 1024,
    ..Limits::DEFAULT
};

/// What a source must say of a call that met a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// What it says without the fault.
    Answer,
    /// A failure of this kind, and whether the request was sent.
    Failure(&'static str, &'static str),
}

/// A fault, and what its row in `docs/sandbox.md` and `docs/reliability.md` says of it.
pub(crate) struct Case {
    pub(crate) fault: Option<Fault>,
    pub(crate) told: Told,
    /// Whether the sandbox reads the request, so that it is on the bill.
    pub(crate) on_the_bill: bool,
    /// Whether it counts there.
    pub(crate) counts: bool,
}

/// Every fault of the sandbox, but for those that are one vendor's: 18 of them, and none.
pub(crate) fn cases() -> Vec<Case> {
    use Told::{Answer, Failure};
    let broken = |fault, kind, sent, on_the_bill, counts| Case {
        fault: Some(fault),
        told: Failure(kind, sent),
        on_the_bill,
        counts,
    };
    let harmless = |fault| Case {
        fault,
        told: Answer,
        on_the_bill: true,
        counts: true,
    };
    let millis = |millis| Fault::Delay { millis };
    let drip = |bytes, every_millis| Fault::SlowDrip {
        bytes,
        every_millis,
    };
    let status = |status| Fault::Status { status, body: None };
    let redirect = Fault::Redirect {
        location: "http://127.0.0.1:9/".into(),
        status: None,
    };
    let too_large = LIMITS.reply_bytes + 1;
    vec![
        harmless(None),
        harmless(Some(millis(30))),
        harmless(Some(drip(4096, 5))),
        harmless(Some(Fault::HugeBody { bytes: 100_000 })),
        broken(millis(3_000), "timeout", "in_doubt", true, true),
        broken(
            Fault::ResetBeforeReading,
            "transport",
            "in_doubt",
            false,
            false,
        ),
        broken(
            Fault::ResetAfterReading,
            "transport",
            "in_doubt",
            true,
            false,
        ),
        broken(Fault::BillThenDrop, "transport", "in_doubt", true, true),
        broken(
            Fault::CutBody { after: None },
            "transport",
            "yes",
            true,
            true,
        ),
        broken(Fault::WrongLength { by: 9 }, "transport", "yes", true, true),
        broken(
            Fault::WrongLength { by: -9 },
            "truncated",
            "yes",
            true,
            true,
        ),
        broken(drip(1, 100), "timeout", "yes", true, true),
        broken(status(500), "http", "yes", true, false),
        broken(status(503), "http", "yes", true, false),
        broken(status(429), "http", "yes", true, false),
        broken(Fault::Html, "html", "yes", true, false),
        broken(redirect, "redirect", "yes", true, false),
        broken(
            Fault::HugeBody { bytes: too_large },
            "too_large",
            "yes",
            true,
            true,
        ),
        broken(Fault::Garbled, "transport", "yes", true, true),
    ]
}

/// Texts under which the sandbox knows a company: names, codes and credit codes of `world/known.rs`. Each finds records,
/// and a rule for one text leaves the others alone.
pub(crate) const SUBJECTS: [&str; 19] = [
    "上海东虹桥融资担保股份有限公司",
    "博山鲁星环保机械厂",
    "乐视云计算有限公司",
    "沙箱示例贸易有限公司",
    "沙箱样本制造有限公司",
    "大量记录测试有限公司",
    "051287830",
    "965747856",
    "306374259",
    "MA0TE5T16",
    "MA0TE5T24",
    "MA0TE5T32",
    "05128783-0",
    "96574785-6",
    "30637425-9",
    "MA0TE5T1-6",
    "91310105MA0TE5T167",
    "91440304MA0TE5T241",
    "91330106MA0TE5T32K",
];

/// Which case a vendor's call about a subject meets: each vendor meets all of them, at another subject.
pub(crate) fn case_of(vendor: usize, subject: usize) -> usize {
    (subject + 4 * vendor) % SUBJECTS.len()
}

/// A sandbox in which all of it happens, whenever it is asked.
pub(crate) fn sandbox(vendors: &[&str]) -> Sandbox {
    let cases = cases();
    let mut builder = Sandbox::builder();
    for (place, vendor) in vendors.iter().enumerate() {
        for (number, subject) in SUBJECTS.iter().enumerate() {
            if let Some(fault) = &cases[case_of(place, number)].fault {
                builder = builder.fault(Route::to(*vendor).subject(*subject), fault.clone());
            }
        }
    }
    builder.build().expect("a sandbox")
}
