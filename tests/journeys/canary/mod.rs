//! Nothing secret and nobody's name turns up where it does not belong.
//!
//! Markers are planted as every credential, as whom is asked, as an identity number, and all that the sandbox answers is a
//! marker too. Then every way to make the command say something is taken, and what it said is searched. A test states for
//! each stream **which** markers are in it, so it fails as much where one is missing as where one is too many: a search
//! that finds nothing anywhere would prove nothing.
//!
//! | | credentials | subject, person | identity number | replies |
//! |---|---|---|---|---|
//! | stdout of `check`, `call` | never | yes | never | yes |
//! | stdout of `call --raw` | never | as answered | as answered | yes |
//! | files of replies that could not be used | never | as answered | as answered | yes |
//! | stdout of `check --dry-run` | never | yes | never | – |
//! | stdout of `call --print-request` | `--reveal` alone | yes | yes | – |
//! | stdout of `verify --explain` | never | as answered | as answered | yes |
//! | stdout and files of `drift`; `doctor`, `config`, `sandbox`'s bill | never | never | never | never |
//! | stderr, with and without `-v`, of everything | never | never | never | never |
//! | stderr of `check --format csv`: the summary for people | never | yes | never | never |

mod answered;
mod failing;
mod files;
mod markers;
mod quiet;
mod wire;
