use crate::printed;

#[test]
fn sqlite_reads_and_writes_the_files_of_the_embedder() {
    let source = r#"
import os, sqlite3
con = sqlite3.connect("school.db")
con.execute("create table pupils (name text, age integer)")
con.executemany("insert into pupils values (?, ?)", [("Ada", 12), ("Bo", 13)])
con.commit()
con.close()
print(os.listdir(), open("school.db", "rb").read(15))
print(sqlite3.connect("school.db").execute("select name from pupils where age > 12").fetchall())
"#;
    assert_eq!(
        printed(source),
        "['main.py', 'school.db'] b'SQLite format 3'\n[('Bo',)]\n"
    );
}
