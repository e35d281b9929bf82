"""Noticing a typed name where only a relation belongs: of him we keep no name (R-006, R-294).

It warns and never refuses, so it may be wrong now and then. A few words are read as a relation
("haar man"): any word that is no relation counts. A longer text is read as sentences: a capital
in the middle of one counts, and so does whatever follows "heet" or "meneer".
"""

import re
import unicodedata

LONGEST_READ = 2_000
FEW = 4
"""So many words are still a relation and not a sentence."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:\n]\s*[\"'“‘(]*$|^\s*[\"'“‘(]*$")
_PREFIX = re.compile(r"^(?:ex|schoon|stief|pleeg|half|over|achter|bonus|groot|step|grand)-?")
_ENDING = re.compile(r"(?:tjes?|jes?|'s|s|en)$")

_RELATIONS = frozenset(
    """
    man vrouw ex exman vriend vriendin partner echtgenoot echtgenote verloofde vader moeder papa
    mama pa ma ouder ouders zoon dochter kind kinderen baby peuter kleuter puber tiener broer zus
    zuster broertje zusje tweeling oom tante neef nicht opa oma kleinkind kleinzoon kleindochter
    zwager schoonzus schoonmoeder schoonvader schoonbroer schoonfamilie familie gezin familielid
    buur buren buurman buurvrouw collega baas huisbaas werkgever kennis kamergenoot huisgenoot
    inwonende huurder onderhuurder verhuurder leraar juf meester trainer coach imam dominee
    huisarts dokter wijkagent begeleider voogd verzorger jongen meisje iemand onbekende persoon
    mens mensen lid vriendje pooier loverboy
    husband wife boyfriend girlfriend father mother mum dad parent son daughter child brother
    sister uncle aunt cousin nephew niece grandfather grandmother neighbour colleague boss
    landlord friend relative family fiance somebody person
    زوج زوجة زوجها طليق طليقها خطيب خطيبها صديق صديقها حبيب حبيبها أب أم والد والدة والدها والدتها
    أبوها أخ أخت أخوها أختها ابن ابنة ابنها ابنتها بنت ولد طفل طفلة عم عمة خال خالة جد جدة حماة
    حماتها حمو حموها جار جارة جارها قريب قريبة قريبها عائلة عائلتها رجل امرأة شخص سابق السابق
    kocası koca eşi eş eski kayınvalide kayınpeder kaynana görümce baba anne abi abla kardeş
    """.split()
)
_AROUND = frozenset(
    """
    haar zijn hun de het een van uit met en of bij op in die dat deze niet geen wel nu ook nog
    zij zelf zijzelf hij mijn onze haars oudste jongste middelste oude nieuwe vorige vroegere
    eerste tweede derde andere beide twee drie vier vijf kant moeders vaders school werk straat
    buurt kerk moskee boven beneden naast overkant getrouwd gescheiden alleen jong oud samen
    her his their the a an of from with and or at on in ex former eldest youngest old new first
    second other both two three four next door side herself she he
    و من مع في على ال الأكبر الأصغر الأول الثاني
    """.split()
)
_CAPITALS = frozenset(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei
    juni juli augustus september oktober november december ramadan kerst pasen suikerfeest offerfeest
    nederland nederlands nederlandse marokko marokkaans marokkaanse turkije turks turkse suriname
    surinaams surinaamse syrië syrisch syrische eritrea eritrees somalië somalisch ghana ghanees
    irak iraaks iran iraans afghanistan afghaans pakistan pakistaans polen pools poolse oekraïne
    oekraïens egypte egyptisch spanje spaans engeland engels frankrijk frans duitsland duits belgië
    arabisch berbers tamazight darija koerdisch europa amsterdam rotterdam utrecht noord zuid oost
    west nieuw-west zuidoost zuidas osdorp slotermeer geuzenveld bijlmer ijburg slotervaart
    blijf groep veilig thuis buurtteam buurtteams jeugdbescherming raad kinderbescherming politie
    gemeente ggd ggz ind uwv svb okt god allah islam koran facebook instagram snapchat tiktok
    """.split()
)
_NAMING = frozenset(
    """
    heet heette genaamd naam roepnaam voornaam achternaam bijnaam meneer mijnheer dhr mevrouw mevr
    mw named called name mister mr mrs اسمه اسمها يدعى السيد السيدة adı
    """.split()
)
_BETWEEN = frozenset("is was en van de der den het ter ten el al ben bin ibn het".split())


def looks_like_name(text: str) -> bool:
    """Say whether there seems to be a name in what should only say who it is to her."""
    plain = unicodedata.normalize("NFC", text[:LONGEST_READ])
    words = list(_WORD.finditer(plain))
    if any(_is_named(words, place) for place in range(len(words))):
        return True
    if len(words) <= FEW and not plain.rstrip().endswith("."):
        return any(not _is_known(word.group()) for word in words)
    return any(_stands_out(plain, word) for word in words)


def _is_named(words: list[re.Match[str]], place: int) -> bool:
    """Say whether a word tells that a name follows, and one does."""
    if words[place].group().casefold() not in _NAMING:
        return False
    following = (word.group() for word in words[place + 1 : place + 4])
    return any(word.casefold() not in _BETWEEN and not _is_known(word) for word in following)


def _stands_out(text: str, word: re.Match[str]) -> bool:
    """Say whether a word has a capital where a sentence has none."""
    found = word.group()
    if not found[0].isupper() or _is_known(found) or _is_shortening(found):
        return False
    return _SENTENCE_END.search(text[: word.start()]) is None


def _is_known(word: str) -> bool:
    plain = word.casefold()
    known = _RELATIONS | _AROUND | _CAPITALS
    bare = _PREFIX.sub("", plain)
    forms = {plain, bare, _ENDING.sub("", plain), _ENDING.sub("", bare)}
    return bool(forms & known) or not bare or all(part in known for part in plain.split("-"))


def _is_shortening(word: str) -> bool:
    """Say whether it is an abbreviation such as GGZ or IND; one letter is an initial."""
    return 1 < len(word) <= FEW and word.isupper()
