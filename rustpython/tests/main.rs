//! One test at least for each topic of the series, natively: `./garter rustpython test`.
//!
//! They are for the patched crates: with the published ones some of them fail, and those of time
//! slices do not end.

#[path = "../../tests/support/mod.rs"]
mod support;

mod added_strings;
mod argument_messages;
mod base64_padding;
mod build_script;
mod calls_in_the_loop;
mod changed_sets;
mod character_names;
mod cjk_tables;
mod class_layout;
mod class_messages;
mod clock;
mod compiled_loops;
mod container_messages;
mod decoded_locations;
mod deep_sources;
mod dict_shapes;
mod direct_writes;
mod docstrings;
mod dropped_from_the_end;
mod embedder_feature;
mod errno_classes;
mod exact_compares;
mod exact_functions;
mod expat_errors;
mod expat_events;
mod format_messages;
mod frozen_uncompressed;
mod hashes_of_64_bits;
mod index_sized;
mod init_like_a_call;
mod kept_buffers;
mod lean_frames;
mod linear_time_compiling;
mod long_chains;
mod loops_over_sets;
mod made_functions;
mod malformed_xml;
mod math_messages;
mod modules_left_out;
mod monitored_prefixes;
mod names_by_entry;
mod native_arguments;
mod native_depth;
mod native_stack_limit;
mod no_fourier_products;
mod oversized_formats;
mod oversized_results;
mod plain_objects;
mod powers;
mod print_in_one_write;
mod quick_loop;
mod set_only_descriptors;
mod sets_in_order;
mod sets_of_views;
mod slot_names;
mod small_hashes;
mod small_integers;
mod special_method_messages;
mod sqlite_as_in_cpython;
mod sqlite_callbacks;
mod sqlite_for_embedders;
mod sqlite_handlers;
mod sqlite_serialize;
mod sqlite_turns;
mod sums;
mod test_findings;
mod threads_in_turn;
mod time_slices;
mod values_in_place;

use garter::protocol::Status;

/// What a program prints that ends well.
fn printed(source: &str) -> String {
    let run = support::run(support::program(source));
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    run.stdout
}

/// The error of an expression that does not work, as the last line of a traceback has it.
fn told(expression: &str) -> String {
    let source = format!(
        "try:\n    {expression}\nexcept Exception as error:\n    print(f'{{type(error).__name__}}: {{error}}', end='')\n"
    );
    printed(&source)
}
