//! How a report looks. Every form says when it shows sample data.

pub(crate) mod csv;
mod facts;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod row;
pub(crate) mod table;
pub(crate) mod text;
mod verdict;
pub(crate) mod words;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
