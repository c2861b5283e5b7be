import unittest


def median(numbers):
    if not numbers:
        raise ValueError("no numbers")
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class MedianTest(unittest.TestCase):
    def setUp(self):
        self.numbers = [5, 1, 3]

    def test_odd(self):
        self.assertEqual(median(self.numbers), 3)

    def test_even(self):
        self.assertAlmostEqual(median(self.numbers + [4]), 3.5)

    def test_empty(self):
        with self.assertRaisesRegex(ValueError, "no numbers"):
            median([])

    @unittest.skip("not yet")
    def test_skipped(self):
        self.fail()

    def test_subtests(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertIn(n, [0, 1, 2])


suite = unittest.defaultTestLoader.loadTestsFromTestCase(MedianTest)
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), result.skipped[0][1], result.wasSuccessful())


class Failing(unittest.TestCase):
    def test_wrong(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])


result = unittest.TestResult()
Failing("test_wrong").run(result)
print(result.failures[0][1])
