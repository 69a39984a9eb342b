//! What to do after a failure: the document's own advice where it has one, else what the kind of failure asks for.
//!
//! The step is a value before it is a sentence, so that whoever speaks another language, or is a program, need not read ours.

use super::{Error, Kind};
use crate::client::Exceeded;
use crate::spec::{Cause, Class, Retry};
use crate::transport::Phase;

/// A word for machines and an English sentence for each step, and a way back from the word.
macro_rules! steps {
    ($($step:ident $word:literal $sentence:literal;)+) => {
        /// What to do next after a failure.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Step {
            $(#[doc = concat!("`", $word, "`: ", $sentence, ".")] $step,)+
        }

        impl Step {
            /// All there are.
            pub const ALL: &[Self] = &[$(Self::$step,)+];

            /// The word for machines, for example `mend_parameter`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$step => $word,)+
                }
            }

            /// In an English sentence. Of [`AsDocumented`](Self::AsDocumented) the document has a better one
            /// ([`Error::next_step`]).
            #[must_use]
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Self::$step => $sentence,)+
                }
            }
        }
    };
}

steps! {
    AsDocumented "as_documented" "do what the vendor's document says of it";
    Nothing "nothing" "nothing";
    UseDocumentedName "use_documented_name" "use one of the documented names";
    MendParameter "mend_parameter" "mend the parameter; nothing was sent";
    TakeHttps "take_https" "take an https base URL where the vendor serves one, or allow identity numbers over plain http";
    SetVariable "set_variable" "set the environment variable";
    CopyCredential "copy_credential" "copy the credential again, without blanks or line ends";
    MendBaseUrl "mend_base_url" "mend the base URL";
    CheckCredentials "check_credentials" "check the credentials and the clock";
    GiveTransport "give_transport" "give the builder a transport";
    GivePrice "give_price" "give the budget a price for the operation";
    RaiseBudget "raise_budget" "raise the budget if the call is worth its price; it was not sent";
    CheckNetwork "check_network" "check the network and the base URL; nothing was sent";
    AskAgain "ask_again" "nothing was sent: ask again";
    CheckBill "check_bill" "look at the vendor's bill before asking again: the call may have been counted";
    CheckBillAndShowReply "check_bill_and_show_reply" "look at the vendor's bill before asking again, and show the vendor the raw reply";
    CheckProxy "check_proxy" "check the base URL and any proxy in between";
    GiveProxyPassword "give_proxy_password" "give the proxy's name and password in the variable that names the proxy";
    KeepReply "keep_reply" "keep the raw reply; ask with a higher limit only if so many are meant";
    Regenerate "regenerate" "keep the raw reply: the vendor changed its format; regenerate from its new document";
    DoNotUse "do_not_use" "do not use the reply; check the secret, then ask the vendor";
    CheckKey "check_key" "check the key, the secret and the clock";
    CheckKeyAndAddress "check_key_and_address" "check the key, the secret and the clock, and ask the vendor whether this address may call";
    CheckAccount "check_account" "check the account's key, address, product, balance and quota: the document does not say what this HTTP status means";
    OpenProduct "open_product" "ask the vendor to open the product or the address for this account";
    TopUp "top_up" "top up the account";
    WaitOrBuy "wait_or_buy" "wait for the next period or buy more calls";
    SlowDown "slow_down" "slow down";
    MendRequest "mend_request" "mend the request";
    AskAnotherVendor "ask_another_vendor" "ask another vendor: this one does not answer such questions";
    AskLater "ask_later" "ask again later";
    AskLaterOrVendor "ask_later_or_vendor" "ask again later; if it lasts, ask the vendor";
    AskWhetherItExists "ask_whether_it_exists" "ask the vendor whether the product still exists";
    AskWhetherItMay "ask_whether_it_may" "ask the vendor: it may not hand out this data";
    AskWhatItMeans "ask_what_it_means" "ask the vendor what the code means";
    RaisePages "raise_pages" "raise the limit of pages if the rest is worth its price";
    UseWhatCame "use_what_came" "use what was fetched; ask the vendor about its paging";
}

impl Step {
    /// The step of a word; `None` for one that is not known here.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.as_str() == word)
    }

    /// What a class of statuses asks for, where the document has no advice of its own.
    #[must_use]
    pub fn of_class(class: Class) -> Self {
        match class {
            Class::Success | Class::NoData => Self::Nothing,
            Class::Auth => Self::CheckKey,
            Class::Permission => Self::OpenProduct,
            Class::Balance => Self::TopUp,
            Class::Quota => Self::WaitOrBuy,
            Class::Rate => Self::SlowDown,
            Class::Parameter => Self::MendRequest,
            Class::Unsupported => Self::AskAnotherVendor,
            Class::Pending => Self::AskLater,
            Class::Retired => Self::AskWhetherItExists,
            Class::Blocked => Self::AskWhetherItMay,
            Class::Server => Self::AskLaterOrVendor,
        }
    }
}

impl Error {
    /// What to do next, in one sentence.
    #[must_use]
    pub fn next_step(&self) -> String {
        match self.advice() {
            None => self.step().sentence().to_owned(),
            Some(advice) => match advice.retry {
                Retry::AfterSeconds(seconds) => {
                    format!("{} (wait {seconds} s)", advice.description)
                }
                _ => advice.description.to_owned(),
            },
        }
    }

    /// What to do next, as a value: [`Step::AsDocumented`] where [`advice`](Self::advice) has it.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.advice().is_some() {
            return Step::AsDocumented;
        }
        match &self.0.kind {
            Kind::UnknownOperation { .. } | Kind::UnknownParameter { .. } => {
                Step::UseDocumentedName
            }
            Kind::MissingParameter { .. } | Kind::InvalidParameter { .. } => Step::MendParameter,
            Kind::IdentityNumberOverPlainHttp { .. } => Step::TakeHttps,
            Kind::MissingCredential { .. } | Kind::MissingBaseUrl { .. } => Step::SetVariable,
            Kind::InvalidCredential { .. } => Step::CopyCredential,
            Kind::InvalidBaseUrl { .. } => Step::MendBaseUrl,
            Kind::Signing { .. } => Step::CheckCredentials,
            Kind::NoTransport => Step::GiveTransport,
            Kind::Budget(Exceeded::NoPrice) => Step::GivePrice,
            Kind::Budget(_) => Step::RaiseBudget,
            Kind::Transport(_) if self.phase() == Phase::NotSent => Step::CheckNetwork,
            Kind::Transport(_) => Step::CheckBill,
            Kind::Redirect(_) | Kind::Html(_) => Step::CheckProxy,
            Kind::Http(_)
            | Kind::EmptyBody(_)
            | Kind::Truncated(_)
            | Kind::NotJson(_)
            | Kind::Undecodable(_) => Step::CheckBillAndShowReply,
            Kind::TooManyItems { .. } => Step::KeepReply,
            Kind::NoStatus { .. } | Kind::Shape { .. } => Step::Regenerate,
            Kind::SignatureMismatch | Kind::SignatureMissing => Step::DoNotUse,
            // One code for both at qcc: who looks at the key alone does not find it.
            Kind::Status(status)
                if status.class == Class::Auth
                    && status.causes.contains(&Cause::ForbiddenAddress) =>
            {
                Step::CheckKeyAndAddress
            }
            Kind::Status(status) => Step::of_class(status.class),
            Kind::UnknownStatus { .. } => Step::AskWhatItMeans,
            Kind::PageLimit { .. } => Step::RaisePages,
            Kind::RepeatedPage { .. } => Step::UseWhatCame,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    /// A program that keeps the word finds the step again, and no two steps share one.
    #[test]
    fn a_word_leads_back_to_its_step() {
        for step in Step::ALL {
            assert_eq!(Step::of_word(step.as_str()), Some(*step));
        }
        assert_eq!(Step::of_word("dance"), None);
    }
}
