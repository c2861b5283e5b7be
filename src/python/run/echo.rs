//! The value of a program's last statement, shown as a console shows it.

use ruff_source_file_pin::SourceFileBuilder;
use rustpython_vm::builtins::PyCode;
use rustpython_vm::compiler::codegen::compile::compile_top;
use rustpython_vm::compiler::{Mode, ast, parser};
use rustpython_vm::{PyRef, VirtualMachine};

/// If the last statement is an expression, all before it and then that, each as code; the second
/// passes the value to `sys.displayhook`. The text is known to be a program.
pub(crate) fn split(text: &str, file: &str, vm: &VirtualMachine) -> Option<Vec<PyRef<PyCode>>> {
    let mut module = parser::parse_module(text).ok()?.into_syntax();
    let last = module.body.pop().filter(ast::Stmt::is_expr_stmt)?;
    let entry = ast::ModModule {
        node_index: module.node_index.clone(),
        range: module.range,
        body: [last].into_iter().collect(),
        runtime_body: None,
    };
    let compile = |module: ast::ModModule, mode| {
        // Both have their places in the whole text.
        let source = SourceFileBuilder::new(file, text).finish();
        let code = compile_top(module.into(), source, mode, vm.compile_opts()).ok()?;
        Some(PyCode::new_ref_from_bytecode(vm, code))
    };
    Some(vec![
        compile(module, Mode::Exec)?,
        compile(entry, Mode::Single)?,
    ])
}
