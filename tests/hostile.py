"""What people and broken programs put into a text field: one list for every field's tests."""

import unicodedata

_MEGABYTE = 1024 * 1024

HOSTILE: list[tuple[str, str]] = [
    ("empty", ""),
    ("spaces", "   \u00a0\u2003 "),
    ("a NUL", "voor\x00na"),
    ("control characters", "\x01\x07\x08\x1b[31mrood\x7f\x9f"),
    ("one megabyte of words", "lang woord " * (_MEGABYTE // 11)),
    ("one megabyte without a space", "x" * _MEGABYTE),
    ("one megabyte of digits", "1 " * (_MEGABYTE // 2)),
    ("one megabyte of marks", "a" + "\u0301" * _MEGABYTE),
    ("a very long word", "hottentottententententoonstelling" * 20),
    ("newlines and tabs", "een\ntwee\r\ndrie\tvier\x0bvijf\x0czes"),
    ("line and paragraph separators", "een\u2028twee\u2029drie\x85vier"),
    ("right-to-left override", "foto\u202egnp.exe"),
    ("bidi embeddings", "\u202a\u202b\u202dabc\u202c\u202c\u202c"),
    ("bidi isolates, one left open", "\u2066een\u2069 \u2067twee\u2069 \u2068drie"),
    ("bidi marks", "\u200e\u200f\u061cabc"),
    ("zero-width characters", "w\u200bo\u200co\u200dr\u2060d\ufeff\u00ad"),
    ("only zero-width characters", "\u200b\u2060\ufeff"),
    ("emoji joined", "👩‍👩‍👧‍👦 👩🏽‍💻 🏳️‍🌈 🇳🇱"),
    ("one emoji with many modifiers", "👋" + "🏿" * 200),
    ("a flood of marks", "z\u0351\u0357\u0310a\u0300\u0301\u0302l" + "\u0489\u0336\u035c" * 100),
    ("marks without a letter", "\u0301\u0308\u20dd"),
    ("a lone high surrogate", "half\ud83d"),
    ("a lone low surrogate", "\ude00half"),
    ("not a character", "\ufffe\uffff\U0010ffff\ue000"),
    ("SQL that is always true", "' OR 1=1 --"),
    ("SQL that drops", "'); DROP TABLE walk_in; --"),
    ("SQL wildcards", "100%_\\%"),
    ("search syntax", '"a" * NEAR(b c) AND ^d -e:f'),
    ("quotes", "'\"`´‘’“”„«»"),
    ("bold markup", "<b>vet</b><i>open"),
    ("an image", "<img src=file:///etc/hosts><img src='x' onerror='y()'>"),
    ("a link", "<a href=file:///etc/hosts>klik</a> <a href='javascript:x()'>y</a>"),
    ("an address in angle brackets", "Anna <anna@example.org>"),
    ("entities", "&amp; &lt;b&gt; &#0; &#x202e; & &nosuch;"),
    ("paragraph tags", "<para><font size=9999 color=white>x</font><br/>" + "<br/>" * 500),
    ("a broken tag", "</para><super><![CDATA["),
    ("brace formats", "{0} {title} {0.__class__} {{}} {"),
    ("percent formats", "%s %n %(title)s %d %%"),
    ("shell", "$(id) `id` ; rm -rf . | cat && echo $HOME"),
    ("formula with =", '=1+1+HYPERLINK("file:///x";"y")'),
    ("formula with +", "+1+1"),
    ("formula with -", "-1+1"),
    ("formula with @", "@SUM(A1:A9)"),
    ("formula behind a tab", "\t=1+1"),
    ("path pieces", "../../..\\..\\CON.txt:stroom"),
    ("JSON", '{"a": [1, null, "\\u0000"], "__proto__": {}}'),
    ("Arabic with digits and a phone number", "اتصلت ٣ مرات من 020 555 01 23 يوم ١٢/٣"),
    ("Hebrew and Latin mixed", "שלום Linde 12, אבג (xyz)"),
    ("Turkish dotless and dotted i", "ISPARTA ısırık İSTANBUL i̇ğne"),
    ("Tigrinya", "ሰላም ከመይ ኣለኺ፧"),
    ("Amharic", "እንደምን አደሩ። ፩፪፫"),
    ("Chinese", "今天下雨，她明天再来。"),
    ("Hindi", "नमस्ते, कल आइए"),
    ("look-alike letters", "Вuurtlоgboek ｆｕｌｌ ﬁ ℌ ①²"),
    ("one sign that becomes eighteen", "\ufdfa" * 50),
    ("sharp s and other casing traps", "STRASSE straße ŉ ǰ ΐ ﬃ"),
    ("None", "None"),
    ("NULL", "NULL"),
    ("nan", "nan"),
    ("undefined", "undefined"),
    ("true", "True"),
    ("minus nothing", "-0"),
]

ORDINARY = """
Brief over zorgtoeslag. Ze snapt de laatste zin niet.
DigiD aanvragen.
Wil haar DigiD opnieuw aanvragen, code komt per brief.
DigiD-app werkt niet op haar telefoon.
DigiD 2 keer geprobeerd, daarna geblokkeerd.
DigiD met sms-controle instellen.
Hulp met DigiD op 12-03-2026 om 10.30 uur.
Wachtwoord vergeten van de e-mail.
Wachtwoord: vergeten.
Nieuw wachtwoord gemaakt, dat is gelukt.
Wachtwoord is kwijt.
Wachtwoord: hoe vraag ik een nieuw aan?
Wachtwoord van naam@example.org is verlopen.
Gebruikersnaam en wachtwoord zoeken we de volgende keer.
Haar pincode is geblokkeerd na 3 keer.
Pincode vergeten sinds 2024.
Nieuwe pincode aangevraagd op 12-03-2026.
Wil een pin van 1500 euro terug.
Pincode kwijt, woont op 1068 AB.
Kan niet pinnen in de winkel.
Belt terug op 06-12345678.
Belt terug op 06 12 34 56 78.
Nummer van de zus: 0612345674.
Terugbellen: 020 555 01 23 of 020-5550123.
Bel (020) 555 0123 voor tien uur.
Belt uit Marokko: +212 6 12 34 56 78.
Belt op +31 6 12345674, liever een app.
Belt op +31 (0)6 12 34 56 74.
Belt op 0031 6 12345674.
Bel 0032 470 12 34 56.
3 06 12 34 56 78
Afspraak op 12-03-2026 om 9.05.
Afspraak op 12-03-2026 9 uur.
Afspraken: 1-3-2026 - 15-4-2026.
Van 2019-2024 3 kinderen gekregen.
Van 09.00 tot 12.30 en van 13.15 tot 17.00 open.
Kinderen van 5, 7, 9, 12 en 14 jaar.
Geboren in 1998, 2001 en 2004.
Kinderen uit 2008 2010 2013 2016.
Er is een boete van € 1.250,00.
Huur is 734,56 per maand, toeslag 312,00.
Schuld van 12.500 euro bij 3 winkels.
Zij woont op nummer 123456.
Postcode 1068 AB 12, twee hoog.
Adres: 1061 XZ 123-456.
Bus 18, tram 13 en metro 50.
Zaaknummer 2026/0412.
Kaart BL-0412 ligt in de la.
Paspoort verlopen op 12-03-2024.
Paspoort aanvragen voor 2 kinderen.
Paspoort kost 83,87 euro.
Rijbewijs B sinds 2019.
Verblijfsvergunning loopt af op 01-07-2027.
Verblijfsdocument verlengen, formulier van 12 bladzijden.
Vraagt wat een BSN is.
BSN aanvragen op 12-03-2026 om 9 uur.
Heeft geen BSN, kwam in 2024.
Rekening openen bij de bank met ID-kaart.
IBAN is niet bekend bij de gemeente.
Ze is 34 jaar en komt om 10.30 uur op 12-03-2026.
Op 23 11 2026 komt ze terug.
WW vanaf 1200 euro per maand.
Sofia zoekt 1 2 3 lessen Nederlands.
Sofie komt met 123456789 vragen.
Naailes: stof van 150 x 240, 12 meter.
EAN 8712345678906 op de doos.
Bestelnummer 20241130001234567.
Pakket 12345678901234567890123 ligt bij de buren.
اتصلت ٣ مرات من 020 555 01 23 يوم ١٢/٣
Wat is een inlogcode? Die komt binnen 5 dagen.
Activeringscode van 12-03-2026 is verlopen.
Lukt niet: wachtwoord, DigiD, alles opnieuw.
""".strip().splitlines()
"""What is written every day, full of dates, amounts and telephone numbers, and may be stored."""

NEVER = frozenset(
    "\x00\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff"
)


def is_tidy(text: str) -> bool:
    """Say whether a stored text is free of everything nobody sees."""
    kinds = {unicodedata.category(c) for c in text if c not in "\n\t"}
    bad = kinds & {"Cc", "Cs", "Co", "Cn"}
    return not bad and not NEVER & set(text) and unicodedata.is_normalized("NFC", text)
