//! One test at least for each topic of the series, natively: `./garter rustpython test`.
//!
//! They are for the patched crates: with the published ones some of them fail, and those of time
//! slices do not end.

#[path = "../../tests/support/mod.rs"]
mod support;

mod added_strings;
mod build_script;
mod calls_in_the_loop;
mod changed_sets;
mod character_names;
mod cjk_tables;
mod class_layout;
mod clock;
mod compiled_loops;
mod decoded_locations;
mod dict_shapes;
mod direct_writes;
mod dropped_from_the_end;
mod embedder_feature;
mod errno_classes;
mod exact_compares;
mod frozen_uncompressed;
mod hashes_of_64_bits;
mod init_like_a_call;
mod kept_buffers;
mod lean_frames;
mod linear_time_compiling;
mod loops_over_sets;
mod made_functions;
mod modules_left_out;
mod names_by_entry;
mod native_arguments;
mod native_stack_limit;
mod no_fourier_products;
mod plain_objects;
mod print_in_one_write;
mod quick_loop;
mod set_only_descriptors;
mod sets_in_order;
mod sets_of_views;
mod small_hashes;
mod small_integers;
mod sums;
mod time_slices;
mod values_in_place;

use garter::protocol::Status;

/// What a program prints that ends well.
fn printed(source: &str) -> String {
    let run = support::run(support::program(source));
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    run.stdout
}
