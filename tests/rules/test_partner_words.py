import pytest

from hgkm_desktop import texts
from hgkm_desktop.rules.partner_words import word
from hgkm_desktop.rules.partners import Expertise, Kept, PartnerType, Whose

LISTS = PartnerType, Expertise, Whose, Kept


@pytest.mark.parametrize("language", ["nl", "ar", "en"])
@pytest.mark.parametrize("kind", LISTS)
def test_every_code_has_a_word_of_its_own(kind, language):
    texts.use(language)
    words = [word(code) for code in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (PartnerType.BLIJF_GROEP, "Blijf Groep"),
        (PartnerType.OKT, "Ouder- en Kindteam (OKT)"),
        (PartnerType.POLICE, "Politie"),
        (PartnerType.OTHER, "Andere organisatie"),
        (Expertise.TRAFFICKING, "mensenhandel"),
        (Expertise.ELDERLY, "ouderen"),
        (Whose.OURS, "Wij hebben beloofd"),
        (Kept.HELD, "doorgegaan"),
        (Kept.KNOWN_FACE, "vast gezicht"),
        (Kept.MOVED, "verzet"),
    ],
)
def test_a_code_reads_as_people_say_it(code, said):
    assert word(code) == said


def test_a_school_is_no_institution_and_the_police_is():
    assert not PartnerType.SCHOOL.is_formal
    assert PartnerType.POLICE.is_formal
