//! Which old item is which new one.
//!
//! A rename is told only where it is sure: something that has its own name on the wire kept it, or kept its
//! Rust name. Everything else is one that went and one that came.

/// Old and new items, matched.
pub(super) struct Pairs<'a, T> {
    pub both: Vec<(&'a T, &'a T)>,
    pub removed: Vec<&'a T>,
    pub added: Vec<&'a T>,
}

/// Matches by the first key, and what is left by the second.
pub(super) fn pairs<'a, T, K: PartialEq, L: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    first: impl Fn(&'a T) -> K,
    second: impl Fn(&'a T) -> L,
) -> Pairs<'a, T> {
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let mut pass = |same: &dyn Fn(&'a T, &'a T) -> bool| {
        for (item, partner) in old.iter().zip(&mut partner) {
            if partner.is_none() {
                *partner = (0..new.len()).find(|&index| {
                    let is_free = taken.get(index).is_some_and(|taken| !taken);
                    is_free && new.get(index).is_some_and(|other| same(item, other))
                });
                if let Some(taken) = partner.and_then(|index| taken.get_mut(index)) {
                    *taken = true;
                }
            }
        }
    };
    pass(&|old, new| first(old) == first(new));
    pass(&|old, new| second(old) == second(new));
    let matched = old.iter().zip(&partner);
    let both = matched.filter_map(|(item, partner)| Some((item, new.get((*partner)?)?)));
    let removed = old.iter().zip(&partner);
    let added = new.iter().zip(&taken);
    Pairs {
        both: both.collect(),
        removed: removed
            .filter(|(_, partner)| partner.is_none())
            .map(|(item, _)| item)
            .collect(),
        added: added
            .filter(|(_, taken)| !**taken)
            .map(|(item, _)| item)
            .collect(),
    }
}

/// Whether items that are on both sides stand in another order.
pub(super) fn reordered<T>(both: &[(&T, &T)], new: &[T]) -> bool {
    let position = |item: &T| new.iter().position(|other| std::ptr::eq(other, item));
    let places: Vec<_> = both.iter().map(|(_, new)| position(new)).collect();
    !places.is_sorted()
}
