use crate::printed;

#[test]
fn modules_that_are_part_of_the_interpreter_are_read() {
    let source = r#"
import _imp
for name in ["_frozen_importlib", "_frozen_importlib_external"]:
    assert _imp.is_frozen(name), name
    code = _imp.get_frozen_object(name)
    print(code.co_name, "_ERR_MSG_PREFIX" in code.co_names or "_pathseps_with_colon" in code.co_names)
"#;
    assert_eq!(printed(source), "<module> True\n<module> True\n");
}
