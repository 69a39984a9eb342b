//! Who lives in the synthetic world.
//!
//! The companies and people of the documented examples are here because somebody who has read a document asks for them
//! at every vendor; the others exist for what they show: one case, several lists, many pages.

/// A company that vendors know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Company {
    /// The full name.
    pub(crate) name: &'static str,
    /// The organisation code without hyphen.
    pub(crate) code: &'static str,
    /// The unified social credit code, for companies that are invented.
    pub(crate) credit_code: Option<&'static str>,
    /// The legal representative.
    pub(crate) representative: &'static str,
    /// How many invented cases it has.
    pub(crate) cases: usize,
}

/// The company whose documented cases every vendor knows.
pub(crate) const GUARANTOR: &str = "上海东虹桥融资担保股份有限公司";

/// The companies.
pub(crate) const COMPANIES: &[Company] = &[
    Company {
        name: GUARANTOR,
        code: "051287830",
        credit_code: None,
        representative: "王样例",
        cases: 0,
    },
    Company {
        name: "博山鲁星环保机械厂",
        code: "965747856",
        credit_code: None,
        representative: "李示范",
        cases: 2,
    },
    Company {
        name: "乐视云计算有限公司",
        code: "306374259",
        credit_code: None,
        representative: "赵试验",
        cases: 3,
    },
    Company {
        name: "沙箱示例贸易有限公司",
        code: "MA0TE5T16",
        credit_code: Some("91310105MA0TE5T167"),
        representative: "王样例",
        cases: 1,
    },
    Company {
        name: "沙箱样本制造有限公司",
        code: "MA0TE5T24",
        credit_code: Some("91440304MA0TE5T241"),
        representative: "李示范",
        cases: 6,
    },
    Company {
        name: "大量记录测试有限公司",
        code: "MA0TE5T32",
        credit_code: Some("91330106MA0TE5T32K"),
        representative: "钱多页",
        cases: 57,
    },
];

impl Company {
    /// Whether this is the company that is asked for: by name, organisation code or credit code.
    pub(crate) fn is(&self, subject: &str) -> bool {
        let plain = || subject.replace('-', "");
        self.name == subject || self.credit_code == Some(subject) || self.code == plain()
    }
}

/// A person whom vendors know, with how many cases there are on each list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person {
    /// The name.
    pub(crate) name: &'static str,
    /// The identity number, masked as vendors mask it.
    pub(crate) masked_number: &'static str,
    /// 失信
    pub(crate) dishonest: usize,
    /// 被执行
    pub(crate) enforced: usize,
    /// 限制消费
    pub(crate) restricted: usize,
}

/// The people.
pub(crate) const PEOPLE: &[Person] = &[
    // His dishonesty list is the documented example.
    Person {
        name: "张德洲",
        masked_number: "3205811970****0011",
        dishonest: 0,
        enforced: 4,
        restricted: 0,
    },
    Person {
        name: "王样例",
        masked_number: "3101051981****0022",
        dishonest: 1,
        enforced: 2,
        restricted: 1,
    },
    Person {
        name: "李示范",
        masked_number: "3703041975****0033",
        dishonest: 2,
        enforced: 0,
        restricted: 3,
    },
    Person {
        name: "钱多页",
        masked_number: "4403041990****0044",
        dishonest: 57,
        enforced: 57,
        restricted: 57,
    },
];
