use garter::options::deterministic::Deterministic;
use garter::protocol::Program;

use crate::support;

#[test]
fn datetime_reads_the_clock_that_the_program_has() {
    let source = "\
import datetime, time
before = time.time()
now = datetime.datetime.now(datetime.timezone.utc).timestamp()
print(before <= now <= time.time())
print(datetime.datetime.now().isoformat(), datetime.datetime.today().year)
";
    let run = || {
        let deterministic = Deterministic {
            seed: "1".to_owned(),
            now: Deterministic::NOW,
        };
        support::run(Program {
            deterministic: Some(deterministic),
            ..support::program(source)
        })
    };
    let first = run();
    assert!(
        first.stdout.starts_with("True\n"),
        "{}{}",
        first.stdout,
        first.stderr
    );
    assert_eq!(first.stdout, run().stdout);
}
