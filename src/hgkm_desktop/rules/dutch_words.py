"""Dutch words that tell who somebody is or where: for `recognisable`, which only hints."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STEMS = _set(
    "nederlands marokkaans turks arabisch syrisch engels frans duits spaans surinaams somalisch "
    "eritrees ethiopisch afghaans iraaks iraans pools berbers koerdisch egyptisch ghanees "
    "pakistaans indiaas antilliaans amsterdams europees islamitisch christelijk"
)

NO_NAMES = frozenset(stem + ending for stem in _STEMS for ending in ("", "e")) | _set(
    "nederland marokko turkije syrië amsterdam europa buurtteam veilig blijf groep digid "
    "ramadan suikerfeest offerfeest islam koran god allah kerst pasen jeugdzorg "
    "ze zij hij het ik dat dit er de een en maar want toen nu daarna misschien we wij als"
)
"""Written with a capital, and still nobody's name."""

POSSESSIVE = _set("mijn haar zijn hun onze")
CALLED = _set("heet heette heten genaamd")
BETWEEN_NAMES = _set("van der den de el al ben bin ibn bint ait ten ter te")

FAMILY = _set(
    "moeder vader mama papa ouders broer broertje broers zus zusje zussen zoon zoontje dochter "
    "dochtertje kind kinderen baby neef neefje nicht nichtje oom tante opa oma man vrouw "
    "echtgenoot ex ex-man partner vriend vriendin verloofde schoonmoeder schoonvader "
    "schoonzus schoonzusje schoonbroer schoonfamilie zwager stiefvader stiefmoeder buurman "
    "buurvrouw buurmeisje buurjongen collega baas familie"
)

IS_SOMEWHERE = _set(
    "werkt werkte werken woont woonde wonen staat zit runt heeft baan baas eigenaar"
)

STREETS = (
    "straat",
    "laan",
    "plein",
    "gracht",
    "kade",
    "dijk",
    "plantsoen",
    "steeg",
    "singel",
    "weg",
    "hof",
    "pad",
)
NO_STREETS = _set("weg onderweg terugweg heenweg halverwege hof pad alweg rondweg")
MEASURES = _set("uur minuten euro km kilometer meter keer jaar dagen weken")

PLACES = _set(
    "buurt straat wijk school moskee kerk markt flat portiek winkel supermarkt bakker kapper "
    "garage slager restaurant café ziekenhuis apotheek gemeente stadsdeel fabriek buurtteam "
    "politie bibliotheek kantoor hotel sportschool crèche hoek overkant etage verdieping"
)

BORN = _set("geboren geboortedatum geb jarig verjaardag geboortedag")
MONTHS = _set(
    "januari februari maart april mei juni juli augustus september oktober november december "
    "jan feb mrt apr jun jul aug sep sept okt nov dec"
)
