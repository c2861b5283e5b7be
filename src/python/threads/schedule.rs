//! Which thread runs next. It knows numbers and times only: nothing of Python, and no stacks.

use std::collections::{BTreeMap, VecDeque};

use crate::python::host::Nanoseconds;

/// A thread: what `threading.get_ident()` returns.
pub(crate) type Id = u32;

/// The thread of the program itself.
pub(crate) const MAIN: Id = 1;

/// How many threads there may be at a time, with the main one. Each has a stack of the browser's own, of about a megabyte.
pub(crate) const MOST_THREADS: usize = 65;

/// What a thread waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A lock that another thread has.
    Lock,
    /// The end of a thread.
    End(Id),
    /// Time.
    Sleep,
    /// A line of the reader's.
    Input,
    /// What the reader does to a picture.
    Event,
}

/// Why a thread goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wake {
    /// It was given what it has waited for, or has not waited.
    Given,
    /// Its time is over.
    TimedOut,
    /// It has a signal to handle.
    Interrupted,
    /// Nothing can ever give it what it waits for.
    Deadlock,
}

/// A thread that waits: for what, and how long at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) reason: Reason,
    pub(crate) until: Option<Nanoseconds>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Running,
    Ready(Wake),
    Waiting(Waiting),
}

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// This thread goes on.
    Run(Id, Wake),
    /// Nobody can go on now.
    Idle {
        /// When the first of them can, if nothing happens until then.
        until: Option<Nanoseconds>,
        /// Whether one of them waits for the reader.
        for_reader: bool,
    },
    /// Nobody can ever go on.
    Deadlock,
}

/// All threads that have begun and not ended.
#[derive(Debug)]
pub(crate) struct Schedule {
    threads: BTreeMap<Id, State>,
    ready: VecDeque<Id>,
    last: Id,
}

impl Default for Schedule {
    fn default() -> Self {
        Self {
            threads: BTreeMap::from([(MAIN, State::Running)]),
            ready: VecDeque::new(),
            last: MAIN,
        }
    }
}

impl Schedule {
    /// A new thread, which can run; `None` if there are too many.
    pub(crate) fn add(&mut self) -> Option<Id> {
        if self.threads.len() >= MOST_THREADS {
            return None;
        }
        self.last += 1;
        self.threads.insert(self.last, State::Ready(Wake::Given));
        self.ready.push_back(self.last);
        Some(self.last)
    }

    /// The thread that runs waits.
    pub(crate) fn wait(&mut self, id: Id, waiting: Waiting) {
        self.threads.insert(id, State::Waiting(waiting));
    }

    /// Lets a thread that waits go on, after those that can go on already. Returns whether it has waited.
    pub(crate) fn wake(&mut self, id: Id, wake: Wake) -> bool {
        match self.threads.get_mut(&id) {
            Some(state @ State::Waiting(_)) => {
                *state = State::Ready(wake);
                self.ready.push_back(id);
                true
            }
            _ => false,
        }
    }

    /// The thread runs after all, without having been given what it has waited for.
    pub(crate) fn resume(&mut self, id: Id) {
        self.ready.retain(|&other| other != id);
        self.threads.insert(id, State::Running);
    }

    /// The thread that runs lets others go first.
    pub(crate) fn pass(&mut self, id: Id) {
        self.threads.insert(id, State::Ready(Wake::Given));
        self.ready.push_back(id);
    }

    /// The thread has ended.
    pub(crate) fn end(&mut self, id: Id) {
        self.threads.remove(&id);
        self.ready.retain(|&other| other != id);
    }

    /// Lets all threads go on whose time is over, in the order of their times.
    pub(crate) fn expire(&mut self, now: Nanoseconds) {
        let mut over: Vec<_> = self
            .waiting()
            .filter_map(|(id, waiting)| Some((waiting.until.filter(|&until| until <= now)?, id)))
            .collect();
        over.sort_unstable();
        for (_, id) in over {
            self.wake(id, Wake::TimedOut);
        }
    }

    /// Whether a thread waits for a time that the clock has to be asked about.
    pub(crate) fn has_times(&self) -> bool {
        self.waiting().any(|(_, waiting)| waiting.until.is_some())
    }

    /// Whether another thread than the one that runs can go on.
    pub(crate) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Decides what happens next. The thread that is answered with runs from now on.
    pub(crate) fn next(&mut self) -> Next {
        if let Some(id) = self.ready.pop_front() {
            let wake = match self.threads.insert(id, State::Running) {
                Some(State::Ready(wake)) => wake,
                _ => Wake::Given,
            };
            return Next::Run(id, wake);
        }
        let until = self
            .waiting()
            .filter_map(|(_, waiting)| waiting.until)
            .min();
        let for_reader = self.reader().is_some();
        if until.is_none() && !for_reader {
            return Next::Deadlock;
        }
        Next::Idle { until, for_reader }
    }

    /// The first thread that waits for the reader.
    pub(crate) fn reader(&self) -> Option<Id> {
        self.waiting()
            .find(|(_, waiting)| matches!(waiting.reason, Reason::Input | Reason::Event))
            .map(|(id, _)| id)
    }

    /// How many threads there are, with the main one.
    pub(crate) fn len(&self) -> usize {
        self.threads.len()
    }

    /// Those that wait.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (Id, Waiting)> {
        self.threads.iter().filter_map(|(&id, state)| match state {
            State::Waiting(waiting) => Some((id, *waiting)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn waiting(reason: Reason, until: Option<Nanoseconds>) -> Waiting {
        Waiting { reason, until }
    }

    #[test]
    fn threads_run_in_the_order_in_which_they_can() {
        let mut schedule = Schedule::default();
        let one = schedule.add().expect("room");
        let two = schedule.add().expect("room");
        schedule.pass(MAIN);
        assert_eq!(schedule.next(), Next::Run(one, Wake::Given));
        schedule.wait(one, waiting(Reason::Lock, None));
        assert_eq!(schedule.next(), Next::Run(two, Wake::Given));
        assert!(schedule.wake(one, Wake::Given));
        assert!(!schedule.wake(one, Wake::Given));
        schedule.end(two);
        assert_eq!(schedule.next(), Next::Run(MAIN, Wake::Given));
        schedule.end(MAIN);
        assert_eq!(schedule.next(), Next::Run(one, Wake::Given));
    }

    #[test]
    fn those_who_wait_for_time_go_on_in_the_order_of_their_times() {
        let mut schedule = Schedule::default();
        let one = schedule.add().expect("room");
        schedule.wait(MAIN, waiting(Reason::Sleep, Some(20)));
        assert_eq!(schedule.next(), Next::Run(one, Wake::Given));
        schedule.wait(one, waiting(Reason::Lock, Some(10)));
        let until = Some(10);
        assert_eq!(
            schedule.next(),
            Next::Idle {
                until,
                for_reader: false
            }
        );
        schedule.expire(9);
        assert!(!schedule.has_ready());
        schedule.expire(30);
        assert_eq!(schedule.next(), Next::Run(one, Wake::TimedOut));
        assert_eq!(schedule.next(), Next::Run(MAIN, Wake::TimedOut));
    }

    #[test]
    fn it_is_a_deadlock_if_nobody_waits_for_time_or_the_reader() {
        let mut schedule = Schedule::default();
        let one = schedule.add().expect("room");
        schedule.wait(MAIN, waiting(Reason::End(one), None));
        assert_eq!(schedule.next(), Next::Run(one, Wake::Given));
        schedule.wait(one, waiting(Reason::Input, None));
        let idle = Next::Idle {
            until: None,
            for_reader: true,
        };
        assert_eq!(schedule.next(), idle);
        schedule.wait(one, waiting(Reason::Lock, None));
        assert_eq!(schedule.next(), Next::Deadlock);
        schedule.wake(MAIN, Wake::Deadlock);
        assert_eq!(schedule.next(), Next::Run(MAIN, Wake::Deadlock));
    }

    #[test]
    fn sixty_four_threads_are_beside_the_main_one() {
        let mut schedule = Schedule::default();
        let added = std::iter::from_fn(|| schedule.add()).count();
        assert_eq!(added, 64);
        schedule.end(MAIN + 7);
        assert_eq!(schedule.add(), Some(MAIN + 65));
    }
}
