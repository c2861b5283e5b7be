//! Files and the files that they import: circles among them, and imports against an order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Which file imports which.
#[derive(Debug, Default)]
pub struct Graph(BTreeMap<String, BTreeSet<String>>);

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub from: String,
    pub to: String,
}

impl fmt::Display for Edge {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} imports {}", self.from, self.to)
    }
}

/// Rooms from the top to the bottom. A room is a folder, or a file, by its path; rooms of one level are
/// neighbours.
pub struct Order<'a> {
    pub levels: &'a [&'a [&'a str]],
    pub may_import_neighbours: bool,
}

impl Order<'_> {
    /// The level of a file, counted from the top, and its room there.
    fn place(&self, file: &str) -> Option<(usize, &str)> {
        self.levels.iter().enumerate().find_map(|(level, rooms)| {
            let room = rooms.iter().find(|room| is_in(file, room))?;
            Some((level, *room))
        })
    }
}

/// Whether a file is this room, or lies in it.
pub fn is_in(file: &str, room: &str) -> bool {
    file.strip_prefix(room)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest == ".rs")
}

impl Graph {
    pub fn add(&mut self, from: &str, to: &str) {
        if from != to {
            self.0
                .entry(from.to_owned())
                .or_default()
                .insert(to.to_owned());
        }
    }

    pub fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        self.0.iter().flat_map(|(from, all)| {
            all.iter().map(|to| Edge {
                from: from.clone(),
                to: to.clone(),
            })
        })
    }

    /// The shortest circle through each file that is in one, each circle once.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let mut circles: BTreeMap<BTreeSet<String>, Vec<String>> = BTreeMap::new();
        for file in self.0.keys() {
            if let Some(circle) = self.circle(file) {
                let files = circle.iter().cloned().collect();
                circles.entry(files).or_insert(circle);
            }
        }
        circles.into_values().collect()
    }

    /// The shortest way from a file back to itself.
    fn circle(&self, start: &str) -> Option<Vec<String>> {
        let mut ways = vec![vec![start.to_owned()]];
        let mut reached = BTreeSet::new();
        while !ways.is_empty() {
            let mut longer = Vec::new();
            for way in ways {
                let last = way.last()?;
                for next in self.0.get(last).into_iter().flatten() {
                    if next == start {
                        return Some(way);
                    }
                    if reached.insert(next.clone()) {
                        longer.push([way.as_slice(), &[next.clone()]].concat());
                    }
                }
            }
            ways = longer;
        }
        None
    }

    /// The imports that point up in an order, or to a neighbour that may not be imported.
    pub fn against(&self, order: &Order) -> Vec<Edge> {
        let is_against = |edge: &Edge| {
            let (Some((from, room)), Some((to, other))) =
                (order.place(&edge.from), order.place(&edge.to))
            else {
                return false;
            };
            to < from || to == from && room != other && !order.may_import_neighbours
        };
        self.edges().filter(is_against).collect()
    }

    /// The imports that cross the border of a room, in either direction.
    pub fn across(&self, room: &str) -> Vec<Edge> {
        self.edges()
            .filter(|edge| is_in(&edge.from, room) != is_in(&edge.to, room))
            .collect()
    }
}
