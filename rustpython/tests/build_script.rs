use std::path::Path;

#[test]
fn the_build_script_watches_files_that_are_there() {
    let krate = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/patched/rustpython-vm");
    let script = std::fs::read_to_string(krate.join("build.rs")).expect("a build script");
    let mut watched = 0;
    for (_, rest) in script
        .match_indices("rerun-if-changed=")
        .map(|(at, start)| script.split_at(at + start.len()))
    {
        let path = rest.split('"').next().expect("the end of a string");
        // What is made from a pattern is there.
        if !path.contains('{') {
            assert!(krate.join(path).exists(), "{path} is not there");
            watched += 1;
        }
    }
    assert!(watched > 0);
}
