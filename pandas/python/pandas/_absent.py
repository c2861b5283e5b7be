"""Names that pandas has and that are not here."""

SERIES = frozenset("""
    attrs autocorr bool combine combine_first compare convert_dtypes droplevel ewm flags hist infer_objects
    list sparse struct swaplevel to_clipboard to_excel to_feather to_hdf to_latex to_orc to_parquet to_period to_pickle to_sql
    to_timestamp to_xarray tz_convert tz_localize truncate update at_time between_time asof first_valid_index
    last_valid_index set_flags xs pipe kurt kurtosis
""".split())
FRAME = SERIES | frozenset("""
    boxplot corrwith style to_gbq to_records to_stata to_xml isetitem from_records
    select_dtypes swapaxes to_orc lookup
""".split())
INDEX = frozenset("""
    asof asof_locs get_indexer_for get_indexer_non_unique get_slice_bound holds_integer infer_objects is_ join
    reindex repeat round sortlevel to_flat_index transpose to_period truncate get_locs get_loc_level set_codes
    set_levels tz_convert tz_localize snap to_julian_date indexer_at_time indexer_between_time
""".split())
GROUPS = frozenset("""
    boxplot corrwith ewm hist plot resample sample take value_counts rolling expanding pipe
""".split())
MODULE = frozenset("""
    ArrowDtype BooleanDtype Float32Dtype Float64Dtype Int16Dtype Int32Dtype Int64Dtype Int8Dtype UInt16Dtype UInt32Dtype
    UInt64Dtype UInt8Dtype DatetimeTZDtype ExcelFile ExcelWriter Flags Grouper HDFStore IndexSlice NamedAgg Period PeriodDtype
    PeriodIndex SparseDtype api arrays array describe_option eval from_dummies infer_freq io lreshape merge_asof
    merge_ordered period_range plotting read_clipboard read_excel read_feather read_fwf read_gbq read_hdf read_html
    read_iceberg read_orc read_parquet read_pickle read_sas read_spss read_sql read_sql_query read_sql_table read_stata
    read_table read_xml show_versions test to_pickle tseries util wide_to_long json_normalize
""".split())
