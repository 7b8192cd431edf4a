"""What nobody should send, as it stands in an address or a form."""

from urllib.parse import quote

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'

# As they stand in an address or in a form: percent-encoded bytes, that need not be text.
NO_TEXT = ["%00", "a%00b", "%ED%A0%80", "%ff%fe", "%c0%af", "a%80"]
HARD_TEXT = [
    quote("abc\u202edef"),  # reads as abcfed
    quote("\u2066abc"),
    quote("\u200b\u200c\ufeff"),  # shows nothing
    quote("\u3164\u115f"),  # nor do these letters
    quote("\ufffe\U0010ffff"),
    quote("e\u0301" + "\u0301" * 200),
    quote("👩‍👩‍👧‍👦 🇨🇭"),
    quote("a\r\nX-Evil: 1"),
    quote("a\x07\x1b[31m"),
    quote("\ufeffabc"),
]
NUMBERS = [
    "0",
    "-1",
    "1_0",
    quote("１２"),
    quote("٣"),
    "1e3",
    "%2012%20",
    "1.5",
    "0x10",
    "NaN",
    "2147483648",
    "9223372036854775808",
    "1" + "0" * 20,
    "9" * 5000,
]
MOMENTS = ["0001-01-01", "9999-12-31", "10000-01-01", "2017-02-30", "0000-00-00", "24:00"]
ATTACKS = [
    quote(SCRIPT, safe=""),
    quote(IMAGE, safe=""),
    quote("{{ settings.SECRET_KEY }}{% debug %}"),
    quote("' OR 1=1 --"),
    quote("(a+)+$"),
    quote("["),
    "__proto__",
    "constructor",
    quote("javascript:alert(1)"),
    "%25",
    "nope",
    "a" * 20_000,
]
# Of harm only in an address.
DETOURS = [
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%5c..%5c",
    quote("//evil.example", safe=""),
    quote("https:evil.example", safe=""),
    quote("/\\evil.example", safe=""),
    ";",
    "%zz",
    "None",
]
BAD = [*NO_TEXT, *HARD_TEXT, *NUMBERS, *MOMENTS, *ATTACKS, *DETOURS]
