"""What the people of a generated log say: all of it made up, none of it about anybody.

The questions are what volunteers in neighbourhood centres hear every week (R-100), written as
they would write them: one short line, no names, no numbers. In `{…}` stands what may vary.
"""

from itertools import product
from string import Formatter

from hgkm_desktop.models.codes import HelpTopic

_NAMES = """
    Marleen Hatice Naima Yvonne Selam Asha Salma Leyla Imane Hanan Joke Bea Roos Noor Dunya
    Meryem Amal Fleur Kadisha Zohra Tirza Wafa Sanne Ilse Jolanda Precious Abena Efua Ama
    Ximena Lucia Renata Oksana Daria Danuta Agnes Ngozi Zainab Sahra Hodan Filsan Freweini
    Almaz Tsega Parvin Shirin Nasrin Anjali Sunita Mei Linh Gülay Aylin Cheyenne Shanti Urmila
    Malti Loes Tineke Wil
"""
MEMBERS: list[str] = [*_NAMES.split()]
"""First names only, from everywhere; nobody in particular."""

_SLOTS: dict[str, tuple[str, ...]] = {
    "office": ("de gemeente", "de school", "het buurtteam", "de woningcorporatie"),
    "letter": ("de huurtoeslag", "de zorgtoeslag", "het kindgebonden budget", "de inburgering"),
    "bill": ("energie", "water", "internet", "de huur", "de zorgverzekering"),
    "class": ("de naailes", "de taalles", "het koffie-uur", "de fietsles", "de kookochtend"),
    "when": ("morgen", "volgende week", "na de vakantie"),
    "child": ("haar oudste", "haar jongste", "haar dochter", "haar zoon"),
}

_DESK: dict[HelpTopic, tuple[str, ...]] = {
    HelpTopic.LETTER_FORM: (
        "Brief over {letter}. Ze snapt de laatste zin niet.",
        "Brief van {office}. Samen gelezen, er hoeft niets terug.",
        "Formulier van {office}, samen ingevuld.",
        "Een blauwe envelop. Durfde hem niet open te maken.",
        "Twee brieven die elkaar tegenspreken. Samen uitgezocht.",
        "Weet niet welke papieren ze moet bewaren.",
        "Wil een brief schrijven aan {office}.",
    ),
    HelpTopic.BENEFIT: (
        "Vraagt of ze recht heeft op {letter}.",
        "De toeslag is gestopt. Weet niet waarom.",
        "Moet een toeslag terugbetalen. Vraagt of dat in delen kan.",
        "Wil doorgeven dat ze meer uren werkt.",
        "Uitkering komt later deze maand. Vraagt wat ze nu kan doen.",
    ),
    HelpTopic.DEBT: (
        "Rekening voor {bill} kan ze nog niet betalen.",
        "Aanmaning voor {bill}. Schrok van de kosten.",
        "Heeft een doos met brieven. We maken er samen stapels van.",
        "Wil een regeling voor {bill}.",
        "Vraagt hoe schuldhulp werkt en wie dat ziet.",
        "Geld is op voor het einde van de maand. Gewezen op de voedselbank.",
    ),
    HelpTopic.HEALTH_INSURANCE: (
        "Vraagt wat het eigen risico is.",
        "Zorgverzekering is overgestapt, pas nog niet gekregen.",
        "Rekening van de tandarts. Vraagt wie dat betaalt.",
        "Wil een huisarts dichter bij huis.",
    ),
    HelpTopic.BANK: (
        "Wil een eigen rekening openen. Vraagt wat ze mee moet nemen.",
        "De app van de bank doet het niet op haar telefoon.",
        "Wil leren geld overmaken zonder hulp van thuis.",
        "Pas geblokkeerd. Samen de bank gebeld.",
    ),
    HelpTopic.DIGITAL: (
        "DigiD aanvragen. De code komt per brief.",
        "Kan niet meer in haar e-mail. Nieuw wachtwoord gemaakt.",
        "Wil leren hoe je een afspraak maakt op de computer.",
        "Vraagt hoe je berichten van MijnOverheid leest.",
        "Oefenen met een formulier op de tablet.",
        "Telefoon is vol. Samen foto’s bewaard.",
    ),
    HelpTopic.WORK: (
        "Zoekt werk voor een paar uur in de week.",
        "Wil een brief voor werk in de thuiszorg.",
        "Contract gekregen. Vraagt wat een proeftijd is.",
        "Vraagt of haar diploma hier telt.",
        "Kreeg minder loon dan ze dacht. Loonstrook samen bekeken.",
        "Wil vrijwilligerswerk doen bij {class}.",
    ),
    HelpTopic.HOUSING: (
        "Schimmel in de slaapkamer. Al twee keer gemeld bij de woningcorporatie.",
        "Wil zich inschrijven voor een woning.",
        "Huis is te klein voor vier kinderen.",
        "De lift is kapot, ze woont hoog.",
        "Vraagt wat urgentie is en wie dat beslist.",
        "Huurverhoging gekregen. Vraagt of dat klopt.",
    ),
    HelpTopic.RESIDENCE: (
        "Vraagt wanneer ze haar papieren kan verlengen.",
        "Wil weten wat inburgering kost.",
        "Zoekt een advocaat voor een vraag over verblijf.",
    ),
    HelpTopic.UPBRINGING: (
        "{child} wil niet naar school. Vraagt met wie ze kan praten.",
        "Zoekt een plek in de opvang voor twee ochtenden.",
        "Vraagt hoe het rapport van {child} werkt.",
        "Wil weten welke sportclub iets kost en welke niet.",
        "Gesprek op school over {child}. Vraagt of iemand meegaat.",
        "{child} zit veel op de telefoon. Wil tips van andere moeders.",
        "Zoekt een speelgroep in de buurt.",
    ),
    HelpTopic.HEALTH: (
        "Slaapt slecht. Vraagt of ze bij de huisarts terecht kan.",
        "Begreep de uitleg van de dokter niet. Samen opgezocht.",
        "Wil bewegen met andere vrouwen.",
        "Zoekt een tolk voor het ziekenhuis.",
        "Vraagt waar ze met {child} terecht kan voor een bril.",
    ),
    HelpTopic.MOOD: (
        "Is moe en piekert. Wilde vooral even zitten.",
        "Mist haar familie ver weg.",
        "Huilde even. Wil volgende keer verder praten.",
    ),
    HelpTopic.DIVORCE: (
        "Vraagt hoe scheiden in Nederland werkt.",
        "Wil weten wie de huur betaalt na een scheiding.",
        "Zoekt een advocaat die haar taal spreekt.",
    ),
    HelpTopic.SAFETY: (
        "Wil een rustig gesprek, zonder kinderen erbij.",
        "Vraagt voor een vriendin waar je kunt bellen als het thuis niet goed gaat.",
        "Nam een kaartje mee van de balie.",
        "Wil niet dat ze thuis weten dat ze hier komt.",
    ),
    HelpTopic.GOING_ALONG: (
        "Vraagt of iemand meegaat naar {office}.",
        "Heeft {when} een gesprek en ziet ertegenop.",
        "Wil dat iemand meeleest bij de afspraak.",
    ),
    HelpTopic.INFORMATION: (
        "Vraagt wanneer {class} is.",
        "Wil zich opgeven voor {class}.",
        "Zoekt het adres van de bibliotheek.",
        "Wil teruggebeld worden door {office}, nummer 020 555 01 23.",
        "Vraagt of er {when} ook opvang is voor de kinderen.",
        "Komt kijken wat we hier doen.",
    ),
    HelpTopic.DUTCH: (
        "Zoekt taalles in de ochtend.",
        "Wil oefenen met praten, niet met schrijven.",
        "Vraagt of {class} ook overdag kan.",
        "Zakte voor een deel van het examen. Wil het {when} opnieuw proberen.",
        "Zoekt een taalmaatje.",
    ),
    HelpTopic.ALONE: (
        "Kent nog niemand in de buurt.",
        "Kwam voor {class}, bleef lang napraten.",
        "Wil graag samen eten met anderen.",
        "Vraagt of ze mag helpen met koffie schenken.",
    ),
    HelpTopic.OTHER: (
        "Zoekt een tweedehands fiets.",
        "Bracht soep voor iedereen.",
        "Vraagt of ze hier iets mag kopiëren.",
        "Zoekt iemand die een gordijn kan inkorten.",
    ),
}

_SECOND = {
    HelpTopic.DEBT: HelpTopic.LETTER_FORM,
    HelpTopic.DIVORCE: HelpTopic.HOUSING,
    HelpTopic.MOOD: HelpTopic.ALONE,
    HelpTopic.GOING_ALONG: HelpTopic.DUTCH,
}


def filled(template: str) -> list[str]:
    """Return a sentence once for every way to fill what stands in `{…}`."""
    slots = [name for _, name, _, _ in Formatter().parse(template) if name]
    ways = product(*(_SLOTS[slot] for slot in slots))
    return [_sentence(template.format_map(dict(zip(slots, way, strict=True)))) for way in ways]


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _topics(topic: HelpTopic) -> tuple[HelpTopic, ...]:
    return (topic, _SECOND[topic]) if topic in _SECOND else (topic,)


TEMPLATES = tuple(template for templates in _DESK.values() for template in templates)
DESK: list[tuple[tuple[HelpTopic, ...], str]] = [
    (_topics(topic), text)
    for topic, templates in _DESK.items()
    for template in templates
    for text in filled(template)
]
"""Topics and the question as the desk wrote it down."""

REAL: list[str] = [
    "Zegt dat het bij haar zus thuis niet rustig is.",
    "Vraagt voor een vriendin. Keek daarbij steeds naar de deur.",
    "Durft niet alleen naar huis als hij gedronken heeft.",
    "Mag het huis niet uit zonder dat zij zegt waarheen.",
    "Hij heeft haar pas en geeft haar weekgeld.",
    "Haar telefoon wordt elke avond bekeken.",
    "Slaapt met de kinderen op één kamer, deur op slot.",
    "Wil weten wat er gebeurt als zij zelf hulp vraagt.",
    "Is bang dat de kinderen weggaan als zij iets vertelt.",
    "Er is geschreeuw, elke avond. Zegt dat het haar schuld niet is.",
    "Zegt dat het vroeger erger was.",
    "Schoonfamilie beslist over alles in huis.",
    "Moet van thuis stoppen met de taalles.",
    "Wil scheiden, maar niemand mag het nog weten.",
    "Vertelt over de buren. Bedoelt misschien zichzelf.",
    "Haar zoon maakt alles stuk als hij boos is.",
    "Kind van zes plast weer in bed sinds de ruzies.",
    "Haar dochter moet in de zomer mee op reis en wil niet.",
    "Haar moeder krijgt blauwe plekken van haar broer.",
    "Wordt gebeld door iemand die zij niet meer wil spreken.",
    "Hij weet altijd waar zij is. Snapt niet hoe.",
    "Moet papieren tekenen die zij niet mag lezen.",
    "Er staan schulden op haar naam die zij niet kent.",
    "Werkt in de winkel van de familie en krijgt geen loon.",
    "Wil praten met iemand die niet uit de buurt komt.",
    "Vraagt of wij iets doorgeven aan anderen.",
    "Heeft een tas klaarstaan bij een vriendin.",
    "Weet niet of dit geweld is. Zo noemt zij het zelf niet.",
    "Zegt dat hij ook lief is. Wil dat het stopt.",
    "Was ooit in een opvang en wil dat nooit meer.",
    "Is bang voor haar verblijf als zij weggaat.",
    "Kreeg ruzie over geld, de buren kwamen kijken.",
    "Hij wil zelf hulp, maar weet niet waar.",
    "Wordt uitgelachen en klein gehouden, al jaren.",
    "Oma past op en is streng. Kind is stil geworden.",
    "Mag haar zus niet meer zien.",
    "Ex komt onverwacht langs bij de school.",
    "Zij blijft voor de kinderen, zegt zij.",
    "Vraagt hoe je een gesprek over thuis begint.",
    "Wilde alleen vertellen. Nog niets doen.",
    "Voelt zich sinds kort rustiger, hij is een tijd weg.",
    "Wil eerst weten wie hier meeluistert.",
]
"""What it was really about: for confidants only."""

OWN_WORDS: list[str] = [
    "",
    "“Het is thuis niet zoals het hoort.”",
    "“Ik loop op eieren.”",
    "“Mijn zus heeft het moeilijk.”",
    "“Hij is niet altijd zo.”",
    "“Ik wil alleen rust.”",
    "“De muren hebben oren.”",
    "“Bij ons praat je daar niet over.”",
    "“Ik doe het voor de kinderen.”",
    "“Ik ben zo moe.”",
    "“Hier kan ik ademen.”",
    "“Ik wil niet weg. Ik wil dat het stopt.”",
    "“Niemand gelooft mij.”",
    "“Volgende keer vertel ik meer.”",
    "“Het is een kleine ruzie, meer niet.”",
    "“Ik heb geen eigen sleutel.”",
    "“Mijn dochter ziet alles.”",
    "“Zeg het tegen niemand.”",
]
"""Her own words, where she wanted them written down (R-039)."""

FOLLOW_UPS: list[str] = [
    "Komt donderdag terug met de brief.",
    "Belt zelf als het past.",
    "Gesprek na de taalles.",
    "Zit volgende week bij de naailes.",
    "Wij zoeken het uit, zij komt terug.",
    "Niets nodig.",
    "Brengt de papieren mee.",
    "Wil eerst nadenken.",
    "Gaat zelf langs bij het buurtteam.",
    "Koffie op dinsdag, dan verder.",
]
"""What was agreed for later."""

REASONS: list[str] = [
    "Dubbel ingevoerd.",
    "Verkeerde dag gekozen.",
    "Er stond een naam in.",
    "Zij wil niet dat het bewaard blijft.",
    "Was een proef.",
    "Hoort bij een andere vrouw.",
]
"""Why an entry was deleted."""
