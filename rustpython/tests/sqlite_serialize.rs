use crate::printed;

#[test]
fn a_database_goes_into_bytes_and_comes_back() {
    let source = r#"
import sqlite3
one = sqlite3.connect(":memory:")
one.execute("create table t (x)")
one.execute("insert into t values (5)")
one.commit()
data = one.serialize()
print(type(data).__name__, data[:15])
two = sqlite3.connect(":memory:")
two.deserialize(data)
print(two.execute("select x from t").fetchall())
try:
    one.serialize(name="no")
except sqlite3.OperationalError as error:
    print(error)
three = sqlite3.connect(":memory:")
three.deserialize(b"no database at all")
try:
    three.execute("select x from t")
except sqlite3.DatabaseError as error:
    print(error)
"#;
    assert_eq!(
        printed(source),
        "bytes b'SQLite format 3'\n[(5,)]\nunable to serialize 'no'\nfile is not a database\n"
    );
}
