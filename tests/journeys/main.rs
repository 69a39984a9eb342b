//! Whole journeys: the real command as a process, against the sandbox as another process on a port,
//! over real HTTP. What a user of the README would type, and what they would see.

mod advice;
mod budget;
mod canary;
mod config;
mod cookbook;
mod doctor;
mod documented;
mod drift;
mod dry_run;
mod failures;
mod formats;
// It needs a device that is always full.
#[cfg(target_os = "linux")]
mod full;
#[cfg(unix)]
mod interrupt;
mod kept;
mod language;
mod markdown;
mod outside;
mod page;
mod readme;
mod real;
mod sandbox;
mod schema;
mod shell;
mod shells;
#[cfg(unix)]
mod signals;
mod signature;
mod support;
mod unreadable;
mod whole;
