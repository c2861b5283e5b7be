"""Questions of a course in SQL: joins, groups, subqueries, sets, windows, trees."""
import sqlite3

con = sqlite3.connect(":memory:")
con.executescript(
    """
    create table city (name text, country text, people integer);
    insert into city values ('Berlin', 'de', 3700), ('Hamburg', 'de', 1900), ('Paris', 'fr', 2100), ('Lyon', 'fr', 520),
        ('Tokyo', 'jp', 14000), ('Kyoto', 'jp', 1460);
    create table country (code text primary key, name text);
    insert into country values ('de', 'Germany'), ('fr', 'France'), ('jp', 'Japan'), ('it', 'Italy');
    create table staff (name text, boss text);
    insert into staff values ('Ann', null), ('Bob', 'Ann'), ('Cem', 'Ann'), ('Dan', 'Bob');
    """
)
for question in (
    "select country.name, sum(people) as total from city join country on code = country group by code having total > 3000 order by total desc",
    "select country.name, city.name from country left join city on code = country and people > 5000 order by 1",
    "select name from city where people > (select avg(people) from city)",
    "select country from city where name like '%o' intersect select country from city where people < 2000",
    "select name from country where not exists (select 1 from city where country = code)",
    "select name, people, rank() over (partition by country order by people desc) from city order by country, people desc",
    "select name, sum(people) over (order by people) from city",
    "with recursive under(name, depth) as (select name, 0 from staff where boss is null union all "
    "select staff.name, depth + 1 from staff join under on boss = under.name) select * from under",
    "select group_concat(name, '+') from (select name from city order by name)",
    "select case when people > 10000 then 'huge' when people > 2000 then 'big' else 'small' end as size, count(*) from city group by size",
    "select distinct country from city order by country limit 2 offset 1",
    "values (1, 'a'), (2, 'b') union select 3, 'c' order by 1 desc",
):
    print(con.execute(question).fetchall())
print(con.execute("explain query plan select * from country where code = 'de'").fetchone()[-1])
con.execute("create virtual table notes using fts5(body)")
con.executemany("insert into notes values (?)", [("the quick brown fox",), ("a lazy dog",), ("quick dogs",)])
print(con.execute("select body from notes where notes match 'quick' order by rank").fetchall())
con.execute("update city set people = people + 1 where country = 'de'")
print(con.execute("insert into country values ('de', 'Deutschland') on conflict do update set name = excluded.name returning name").fetchall())
