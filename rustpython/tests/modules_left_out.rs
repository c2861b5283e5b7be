use crate::printed;

#[test]
fn what_nobody_needs_is_not_there_and_the_library_does_without() {
    let source = r#"
import sys
for name in ["_testinternalcapi", "_interpchannels", "_interpqueues", "_interpreters", "_remote_debugging",
             "_pickle", "_zoneinfo"]:
    assert name not in sys.builtin_module_names, name
import datetime, pickle, time, zoneinfo
print(pickle.loads(pickle.dumps({"a": [1, (2, 3)]})), zoneinfo.ZoneInfo.__name__)
print(time.strftime("%Y", time.gmtime(0)), datetime.date(2020, 2, 29))
"#;
    assert_eq!(
        printed(source),
        "{'a': [1, (2, 3)]} ZoneInfo\n1970 2020-02-29\n"
    );
}
