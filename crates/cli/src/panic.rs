//! A fault of the command itself: the place in the code is told, and nothing else.
//!
//! What a panic says can hold a value: text that is cut in the middle of a character is printed whole by the standard
//! library. So the message stays untold; the place is what a report of the fault needs.

use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};

use crate::exit::Exit;
use crate::lang::Message;
use crate::talk::Talk;

/// Does the work; if the command breaks down, says where.
pub(crate) fn guarded(talk: Talk, work: impl FnOnce() -> Exit) -> Exit {
    set_hook(Box::new(move |info| {
        talk.complain(&message(info), Exit::Failed);
    }));
    // Nothing of what broke down is used again.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Exit::Failed)
}

fn message(info: &PanicHookInfo<'_>) -> Message {
    let place = info.location().map(ToString::to_string);
    Message::Fault(place.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::lang::Lang;

    #[test]
    fn the_place_is_told_and_no_value() {
        let told = Arc::new(Mutex::new(None));
        let hears = told.clone();
        let usual = std::panic::take_hook();
        set_hook(Box::new(move |info| {
            *hears.lock().unwrap() = Some(message(info));
        }));
        let name = String::from("张德洲");
        // The standard library's own words hold the name.
        let broke = catch_unwind(|| name[..1].to_owned());
        set_hook(usual);
        let said = broke.unwrap_err();
        let said = said.downcast_ref::<String>().unwrap();
        assert!(said.contains("张德洲"), "{said}");
        let message = told.lock().unwrap().take().unwrap();
        for lang in [Lang::En, Lang::Zh] {
            let text = message.text(lang);
            assert!(text.contains("panic.rs:"), "{text}");
            assert!(!text.contains("张"), "{text}");
        }
    }
}
