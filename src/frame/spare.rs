//! The worker that waits for the next program. Meanwhile it prepares itself, and checks texts.

use gloo_timers::callback::Timeout;

use super::assets::Assets;
use super::worker::Worker;
use crate::protocol::{AssetName, CheckedText, Object, WorkerRequest};

/// How long a check may take. A program that comes meanwhile waits for it.
pub(super) const CHECK_MS: u32 = 5_000;

pub(super) struct Spare {
    worker: Worker,
    is_warm: bool,
    /// Whether it was told to prepare for what most programs need.
    is_preparing: bool,
    is_prepared: bool,
    /// Runs while it checks a text.
    check_timer: Option<Timeout>,
}

impl Spare {
    pub(super) fn new(worker: Worker) -> Self {
        Self {
            worker,
            is_warm: false,
            is_preparing: false,
            is_prepared: false,
            check_timer: None,
        }
    }

    pub(super) fn worker(&self) -> &Worker {
        &self.worker
    }

    pub(super) fn into_worker(self) -> Worker {
        self.worker
    }

    /// It has said that it is set up.
    pub(super) fn warm(&mut self) {
        self.is_warm = true;
    }

    /// Whether it has said that it is set up.
    #[cfg(feature = "debug")]
    pub(super) fn is_warm(&self) -> bool {
        self.is_warm
    }

    /// Whether it goes on with its set-up, or has done so.
    pub(super) fn is_preparing(&self) -> bool {
        self.is_preparing
    }

    /// Whether a program can have it.
    pub(super) fn is_free(&self) -> bool {
        self.is_warm && !self.is_checking()
    }

    /// Lets it go on with its set-up while there is no program for it.
    pub(super) fn prepare(&mut self, assets: &Assets) {
        if self.is_warm
            && !self.is_preparing
            && let Some(core) = assets.pack(AssetName::Core)
            && let Some(later) = assets.module(AssetName::Later)
        {
            self.is_preparing = true;
            self.worker.ask(&WorkerRequest::Prepare {
                core: Object::new(core),
                later: Object::new(later),
            });
        }
    }

    /// It has done what [`Spare::prepare`] told it.
    pub(super) fn prepared(&mut self) {
        self.is_prepared = true;
    }

    /// Whether it can check a text. The report on an error needs what it prepares, and on a slow
    /// machine that takes longer than a check may.
    pub(super) fn can_check(&self) -> bool {
        self.is_prepared && !self.is_checking()
    }

    pub(super) fn is_checking(&self) -> bool {
        self.check_timer.is_some()
    }

    /// Has a text checked. `late` is called if that takes too long.
    pub(super) fn check(&mut self, text: CheckedText, late: impl FnOnce() + 'static) {
        self.check_timer = Some(Timeout::new(CHECK_MS, late));
        self.worker.ask(&WorkerRequest::Check { text });
    }

    /// It has checked the text.
    pub(super) fn end_check(&mut self) {
        self.check_timer = None;
    }
}
