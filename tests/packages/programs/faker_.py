from faker import Faker
from faker.providers import BaseProvider

fake = Faker()
Faker.seed(4321)
print(fake.name(), "|", fake.address().replace("\n", ", "), "|", fake.email())
print(fake.text(max_nb_chars=60), "|", fake.sentence(), "|", fake.word())
print(fake.random_int(1, 6), fake.pyfloat(right_digits=2, min_value=0, max_value=1), fake.boolean(), fake.random_element("abc"))
print(fake.iban(), fake.ipv4(), fake.url(), fake.hex_color(), fake.uuid4())
print(fake.job(), "|", fake.company(), "|", fake.phone_number(), "|", fake.country())
german = Faker("de_DE")
german.seed_instance(7)
print(german.name(), "|", german.city(), "|", german.street_name(), german.postcode())
both = Faker(["en_US", "ja_JP"])
both.seed_instance(3)
print(both["ja_JP"].name(), both["en_US"].first_name(), both.locales)
Faker.seed(1)
people = [{"name": fake.first_name(), "age": fake.random_int(18, 90)} for _ in range(5)]
print(people, sum(one["age"] for one in people))


class Birds(BaseProvider):
    def bird(self):
        return self.random_element(["owl", "ibis", "crane"])


fake.add_provider(Birds)
Faker.seed(2)
print([fake.bird() for _ in range(6)])
print(len({fake.unique.random_int(1, 10) for _ in range(10)}))
try:
    fake.unique.random_int(1, 10)
except Exception as error:
    print(type(error).__name__)
print(fake.profile(["username", "sex"]), fake.bothify("??-###"), fake.date_of_birth.__name__, fake.csv(num_rows=2))
print(fake.credit_card_number(), fake.isbn13(), fake.license_plate(), fake.file_name())
