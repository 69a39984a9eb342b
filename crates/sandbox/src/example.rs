//! One documented reply, and what a caller asks to get it.

/// A reply that a vendor's document prints. The table of all of them is generated.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The vendor's name, for example `qixin`.
    pub vendor: &'static str,
    /// The operation's name.
    pub operation: &'static str,
    /// Its file below the vendor's folder of schemas.
    pub file: &'static str,
    /// What it shows.
    pub state: State,
    /// The parameters that are answered with it, by wire name. Those not named here may be anything.
    pub arguments: &'static [(&'static str, &'static str)],
    /// The reply's body, JSON.
    pub reply: &'static str,
}

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Records.
    Found,
    /// That there are none.
    None,
    /// A failure.
    Failed,
}
