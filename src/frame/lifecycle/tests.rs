use super::*;
use crate::protocol::{PackName, ProgramRequest, Stream, Wish};

fn run() -> Run {
    run_of(ProgramRequest::default())
}

fn console() -> Run {
    run_of(ProgramRequest {
        console: Some(true),
        interactive: Some(true),
        ..ProgramRequest::default()
    })
}

fn run_of(request: ProgramRequest) -> Run {
    Run::new(1, &request.validate().expect("valid"), 0.0)
}

fn asks(kind: InputKind) -> WorkerMessage {
    WorkerMessage::InputRequest { kind }
}

fn status(effects: &[Effect]) -> Option<(Status, bool)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(FrameMessage::Finished { outcome, .. }) => {
            Some((outcome.status, outcome.killed))
        }
        _ => None,
    })
}

fn output(bytes: usize) -> WorkerMessage {
    let text = "x".repeat(bytes);
    WorkerMessage::Output {
        chunks: vec![Chunk {
            stream: Stream::Stdout,
            text,
        }],
    }
}

#[test]
fn a_program_that_ignores_stop_is_terminated() {
    let mut run = run();
    assert_eq!(run.stop(1_000.0), [Effect::Ask(WorkerRequest::Stop)]);
    assert_eq!(run.deadline(1_000.0), Some(1_500.0));
    assert_eq!(run.tick(1_499.0), []);
    assert_eq!(status(&run.tick(1_500.0)), Some((Status::Stopped, true)));
}

#[test]
fn a_second_stop_gives_no_second_grace() {
    let mut run = run();
    run.stop(0.0);
    assert_eq!(run.stop(400.0), []);
    assert_eq!(status(&run.tick(500.0)), Some((Status::Stopped, true)));
}

#[test]
fn waiting_for_input_is_not_running() {
    let mut run = run();
    run.hear(asks(InputKind::Line), 4_000.0);
    assert_eq!(run.deadline(4_000.0), None);
    assert_eq!(run.tick(1e9), []);
    run.answer(None, 1e9);
    assert_eq!(run.deadline(1e9), Some(1e9 + 6_000.0 + TIMEOUT_GRACE_MS));
}

#[test]
fn a_program_that_outlives_its_time_is_terminated() {
    let mut run = run();
    let end = run.tick(10_000.0 + TIMEOUT_GRACE_MS);
    assert_eq!(status(&end), Some((Status::Timeout, true)));
    assert_eq!(end.last(), Some(&Effect::End));
}

#[test]
fn a_console_has_its_budget_for_each_entry() {
    let mut run = console();
    run.hear(asks(InputKind::Code), 0.0);
    for entry in 1..10 {
        let start = f64::from(entry) * 1e6;
        run.answer(Some("work()".to_owned()), start);
        assert_eq!(run.tick(start + 9_000.0), []);
        run.hear(output(1_000), start + 9_000.0);
        run.hear(asks(InputKind::Code), start + 9_000.0);
    }
    run.answer(Some("work()".to_owned()), 1e8);
    let end = run.tick(1e8 + 10_000.0 + TIMEOUT_GRACE_MS);
    assert_eq!(status(&end), Some((Status::Timeout, true)));
}

#[test]
fn a_program_cannot_pretend_to_be_a_console() {
    let mut run = run();
    run.hear(asks(InputKind::Code), 9_000.0);
    run.answer(None, 9_000.0);
    let end = run.tick(10_000.0 + TIMEOUT_GRACE_MS);
    assert_eq!(status(&end), Some((Status::Timeout, true)));
}

#[test]
fn stop_ends_an_entry_and_leaves_the_console() {
    let mut run = console();
    run.answer(Some("while True: pass".to_owned()), 0.0);
    run.stop(1_000.0);
    run.hear(asks(InputKind::Code), 1_020.0);
    assert_eq!(run.deadline(1_020.0), None);
    assert_eq!(status(&run.kill(2_000.0)), Some((Status::Stopped, true)));
}

#[test]
fn nothing_is_heard_after_the_end() {
    let mut run = run();
    run.hear(
        WorkerMessage::Crashed {
            message: "trap".to_owned(),
        },
        1.0,
    );
    assert_eq!(run.hear(output(1), 2.0), []);
    assert_eq!(run.stop(3.0), []);
    assert_eq!(run.tick(1e9), []);
}

#[test]
fn a_worker_that_asks_without_end_is_not_believed() {
    let mut run = run();
    run.hear(asks(InputKind::Line), 0.0);
    run.answer(None, 1.0);
    run.hear(asks(InputKind::Line), 2.0);
    // The question and Stop may have crossed.
    run.stop(3.0);
    run.hear(asks(InputKind::Line), 4.0);
    let end = run.hear(asks(InputKind::Line), 5.0);
    assert_eq!(status(&end), Some((Status::Crashed, true)));
}

#[test]
fn a_worker_that_sends_messages_it_was_not_asked_for_is_terminated() {
    let completions = || WorkerMessage::Completions { words: Vec::new() };
    let mut run = console();
    run.hear(asks(InputKind::Code), 0.0);
    run.complete("pri".to_owned(), 1.0);
    assert_eq!(status(&run.hear(completions(), 2.0)), None);
    assert_eq!(
        status(&run.hear(completions(), 3.0)),
        Some((Status::Crashed, true))
    );

    let mut run = self::run();
    let pack = || WorkerMessage::PackRequest {
        pack: PackName::Rest,
    };
    let end = (0..2_000).find_map(|_| status(&run.hear(pack(), 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));

    let mut run = self::run();
    let end = (0..10).find_map(|_| status(&run.hear(WorkerMessage::Warm, 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));
}

#[test]
fn a_worker_that_shows_without_end_is_not_believed() {
    let mut run = run();
    let display = |bytes| WorkerMessage::Display {
        mime: "image/png".to_owned(),
        data: vec![0; bytes],
        alt: String::new(),
    };
    let end = (0..100).find_map(|_| status(&run.hear(display(100_000), 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));

    let mut run = self::run();
    let end = (0..10_000).find_map(|_| status(&run.hear(display(0), 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));
}

fn drawing(bytes: usize) -> WorkerMessage {
    WorkerMessage::Display {
        mime: CANVAS_MIME.to_owned(),
        data: vec![0; bytes],
        alt: String::new(),
    }
}

#[test]
fn drawing_is_free_as_long_as_the_page_keeps_up() {
    let mut run = run();
    for _ in 0..1_000 {
        assert_eq!(status(&run.hear(drawing(50_000), 0.0)), None);
        let _ = run.shown(50_100);
    }
    let end = (0..100).find_map(|_| status(&run.hear(drawing(50_000), 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));
}

#[test]
fn a_program_that_rests_half_of_its_time_goes_on() {
    let mut run = run();
    for second in 1..1_000 {
        let now = f64::from(second) * 1e3;
        let milliseconds = 500.0;
        assert_eq!(run.hear(WorkerMessage::Rested { milliseconds }, now), []);
        assert_eq!(run.tick(now), []);
    }
}

#[test]
fn a_long_rest_is_not_running() {
    let mut run = run();
    run.hear(WorkerMessage::Resting, 9_000.0);
    assert_eq!(run.deadline(9_000.0), None);
    let milliseconds = 1e9;
    run.hear(WorkerMessage::Rested { milliseconds }, 1e9);
    assert_eq!(run.deadline(1e9), Some(1e9 + 10_000.0 + TIMEOUT_GRACE_MS));
}

#[test]
fn rest_that_there_was_no_time_for_is_not_believed() {
    for milliseconds in [1e12, f64::INFINITY, f64::NAN, -1e12] {
        let mut run = run();
        run.hear(WorkerMessage::Rested { milliseconds }, 8_000.0);
        run.hear(WorkerMessage::Rested { milliseconds }, 8_001.0);
        let end = run.tick(8_001.0 + 10_000.0 + TIMEOUT_GRACE_MS);
        assert_eq!(
            status(&end),
            Some((Status::Timeout, true)),
            "{milliseconds}"
        );
    }
}

#[test]
fn a_worker_lives_on_only_if_it_was_asked_to() {
    let finished = || WorkerMessage::Finished {
        outcome: Outcome {
            kept: true,
            ..without_run(Status::Ok, None)
        },
    };
    let kept = run_of(ProgramRequest {
        keep: Some(true),
        ..ProgramRequest::default()
    })
    .hear(finished(), 1.0);
    assert_eq!(kept.last(), Some(&Effect::Keep));
    let ended = run().hear(finished(), 1.0);
    assert_eq!(ended.last(), Some(&Effect::Retire));
    assert!(matches!(
        &ended[0],
        Effect::Tell(FrameMessage::Finished { outcome, .. }) if !outcome.kept
    ));
}

#[test]
fn a_worker_with_much_memory_ends_with_its_run() {
    let finished = WorkerMessage::Finished {
        outcome: Outcome {
            peak_memory: MOST_RETIRED_BYTES + 1,
            ..without_run(Status::Ok, None)
        },
    };
    assert_eq!(run().hear(finished, 1.0).last(), Some(&Effect::End));
}

#[test]
fn a_worker_that_is_to_be_kept_is_not_kept_when_it_has_to_be_ended() {
    let mut run = run_of(ProgramRequest {
        keep: Some(true),
        ..ProgramRequest::default()
    });
    run.stop(0.0);
    assert_eq!(run.tick(1_999.0), []);
    assert_eq!(run.tick(2_000.0).last(), Some(&Effect::End));
}

#[test]
fn a_worker_that_floods_is_not_believed() {
    assert_eq!(
        status(&run().hear(output(65_537), 0.0)),
        Some((Status::Crashed, true))
    );

    let mut run = run();
    let end = (0..).find_map(|_| status(&run.hear(output(65_536), 0.0)));
    assert_eq!(end, Some((Status::Crashed, true)));
}

fn printed(text: &str) -> WorkerMessage {
    let (stream, text) = (Stream::Stdout, text.to_owned());
    let chunks = vec![Chunk { stream, text }];
    WorkerMessage::Output { chunks }
}

fn aside() -> WorkerMessage {
    let kind = InputKind::Line;
    let wish = Wish::Input { kind };
    WorkerMessage::Aside { wish }
}

#[test]
fn a_run_that_is_put_aside_goes_on_where_it_was_for_the_page() {
    let mut run = run().with_replay();
    assert_eq!(run.hear(printed("Name? "), 0.0).len(), 1);
    let asked = run.hear(aside(), 400.0);
    assert!(matches!(
        asked[..],
        [Effect::Tell(FrameMessage::InputRequest { .. })]
    ));
    assert_eq!(run.deadline(500.0), None, "the reader may take her time");
    let line = Some("Ann".to_owned());
    assert_eq!(run.answer(line.clone(), 90_000.0), [Effect::Again]);
    assert_eq!(run.answer(line.clone(), 90_000.0), [], "nothing asks");
    let answers = &run.past().expect("it has one").answers;
    assert_eq!(*answers, [Answer::Input { line }]);
    run.resume(90_001.0);
    assert_eq!(run.hear(printed("Name? "), 90_002.0), []);
    let new = run.hear(printed("Hi"), 90_003.0);
    assert!(matches!(new[..], [Effect::Tell(_)]));
    let left = run.deadline(90_401.0).expect("it runs") - 90_401.0;
    let whole = Budget::default().seconds * 1e3 + TIMEOUT_GRACE_MS;
    assert!(
        (left - whole + 400.0).abs() < 1.0,
        "{left}: what is lived again counts once"
    );
}

#[test]
fn a_program_that_does_not_repeat_ends_with_a_reason() {
    let start = || {
        let mut run = run().with_replay();
        run.hear(printed("id 1? "), 0.0);
        run.hear(aside(), 1.0);
        run.answer(None, 2.0);
        run.resume(3.0);
        run
    };
    let ended = Some((Status::Exception, true));
    let mut run = start();
    assert_eq!(status(&run.hear(printed("id 2? "), 4.0)), ended);
    let mut run = start();
    assert_eq!(status(&run.hear(aside(), 4.0)), ended, "it asks too early");
    let mut run = start();
    let outcome = without_run(Status::Ok, None);
    let finished = WorkerMessage::Finished { outcome };
    assert_eq!(status(&run.hear(finished, 4.0)), ended, "it ends too early");
}

#[test]
fn stop_and_the_end_of_a_sleep_run_a_program_again() {
    let mut run = run().with_replay();
    let milliseconds = 200.0;
    let wish = Wish::Sleep { milliseconds };
    assert_eq!(run.hear(WorkerMessage::Aside { wish }, 10.0), []);
    assert_eq!(run.deadline(10.0), Some(210.0));
    assert_eq!(run.tick(209.0), []);
    assert_eq!(run.tick(210.0), [Effect::Again]);
    run.resume(211.0);
    run.hear(aside(), 212.0);
    assert_eq!(run.stop(300.0), [Effect::Again]);
    let answers = &run.past().expect("it has one").answers;
    assert_eq!(*answers, [Answer::Slept, Answer::Stop]);
    let patience = 300.0 + STOP_GRACE_OF_KEPT_MS;
    assert_eq!(
        status(&run.tick(patience)),
        None,
        "it comes so far again first"
    );
    let patience = patience + 1.0;
    assert_eq!(status(&run.tick(patience)), Some((Status::Stopped, true)));
}

#[test]
fn a_part_that_the_end_needs_after_stop_is_waited_for_once() {
    let needs = || WorkerMessage::PackRequest {
        pack: PackName::Rest,
    };
    let mut run = run();
    run.stop(0.0);
    run.hear(needs(), 400.0);
    assert_eq!(status(&run.tick(STOP_GRACE_MS)), None);
    run.hear(needs(), 1_000.0);
    let patience = 400.0 + STOP_GRACE_OF_PART_MS;
    assert_eq!(status(&run.tick(patience)), Some((Status::Stopped, true)));
}

#[test]
fn only_a_browser_that_cannot_wait_puts_programs_aside() {
    let mut run = run();
    assert_eq!(
        status(&run.hear(aside(), 0.0)),
        Some((Status::Crashed, true))
    );
    let mut run = self::run();
    let past = Past::default();
    let message = WorkerMessage::Past { past };
    assert_eq!(
        status(&run.hear(message, 0.0)),
        Some((Status::Crashed, true))
    );
}

#[test]
fn a_console_goes_on_at_its_prompt() {
    let mut run = console().with_replay();
    let kind = InputKind::Code;
    run.hear(printed(">>> "), 0.0);
    let asked = run.hear(WorkerMessage::AtPrompt { kind }, 1.0);
    assert_eq!(
        asked,
        [Effect::Tell(FrameMessage::InputRequest { run: 1, kind })]
    );
    assert_eq!(
        run.deadline(9_000.0),
        None,
        "it takes no time at the prompt"
    );
    let line = Some("x = 1".to_owned());
    let answer = Answer::Input { line: line.clone() };
    let go_on = WorkerRequest::GoOn {
        answer: answer.clone(),
    };
    assert_eq!(run.answer(line, 9_000.0), [Effect::Ask(go_on)]);
    run.hear(printed(">>> "), 9_001.0);
    run.hear(WorkerMessage::AtPrompt { kind }, 9_002.0);
    let stop = WorkerRequest::GoOn {
        answer: Answer::Stop,
    };
    assert_eq!(run.stop(9_003.0), [Effect::Ask(stop)]);
    run.hear(printed("KeyboardInterrupt\n>>> "), 9_004.0);
    run.hear(WorkerMessage::AtPrompt { kind }, 9_005.0);
    run.answer(Some("input()".to_owned()), 9_006.0);
    // Its entry asks: all of them are run again, each with a time of its own.
    run.hear(aside(), 9_007.0);
    assert_eq!(run.answer(None, 9_008.0), [Effect::Again]);
    run.resume(9_009.0);
    let left = run.deadline(9_009.0).expect("it runs") - 9_009.0;
    assert!(left > Budget::default().seconds * 4e3, "{left}");
    assert_eq!(run.hear(printed(">>> >>> "), 9_010.0), []);
    let at_prompt = run.hear(WorkerMessage::AtPrompt { kind }, 9_011.0);
    assert_eq!(
        status(&at_prompt),
        Some((Status::Exception, true)),
        "it has not come so far again"
    );
}

#[test]
fn what_has_no_prompt_leaves_at_none() {
    let kind = InputKind::Code;
    for mut run in [run().with_replay(), console()] {
        let heard = run.hear(WorkerMessage::AtPrompt { kind }, 0.0);
        assert_eq!(status(&heard), Some((Status::Crashed, true)));
    }
}

#[test]
fn a_program_that_is_run_again_waits_for_an_asset() {
    let name = AssetName::Rest;
    let wish = Wish::Asset { name };
    let mut run = run().with_replay();
    assert_eq!(
        run.hear(WorkerMessage::Aside { wish }, 1.0),
        [Effect::Get(name)]
    );
    assert_eq!(run.deadline(2.0), None, "waiting takes no running time");
    assert_eq!(run.receive(AssetName::Zones, "", 3.0), []);
    assert_eq!(run.receive(name, "", 4.0), [Effect::Again]);
    run.resume(5.0);
    run.hear(WorkerMessage::Aside { wish }, 6.0);
    assert_eq!(run.stop(7.0), [], "it hears of Stop with the asset");
    assert_eq!(run.receive(name, "gone", 8.0), [Effect::Again]);
    let asset = |error: &str, stop| Answer::Asset {
        name,
        error: error.to_owned(),
        stop,
    };
    let answers = &run.past().expect("it has one").answers;
    assert_eq!(*answers, [asset("gone", true)]);
}
