from uuid import uuid4
from datetime import timedelta
import pytest
from cases_window import begin, cases_window, ago, LARGE, SMALL
from desk import MONDAY
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from hgkm_desktop.rules.bodies import Referral
from hgkm_desktop.rules.lists import *
from hgkm_desktop.services import referrals, case_board
from hgkm_desktop.ui import style
from hgkm_desktop.ui.views.cases.referral_forms import *
import inspect
print(inspect.signature(cases_window))

@pytest.mark.parametrize("theme,lang,size",[("light","nl",SMALL),("dark","nl",LARGE),("light","ar",SMALL)])
def test_shot(desk, sign_in, qtbot, qapp, theme, lang, size):
    salma=sign_in("Salma"); salma.call(case_board.start, now=MONDAY)
    leyla=sign_in("Leyla"); roos=begin(desk, leyla, "Roos")
    for k,by,s,d in ((ReferralKind.SUPPORT_GROUP,"Jeugdbescherming",ReferralStatus.FIRST_MEETING,3),(ReferralKind.LAWYER,"het Juridisch Loket",ReferralStatus.REGISTERED,1),(ReferralKind.SHELTER,"de Vrouwenopvang in het gebied waar haar zus nu tijdelijk woont",ReferralStatus.NOT_AVAILABLE,9)):
        leyla.call(referrals.note, roos, Referral(uuid4(),k,by,Area.NIEUW_WEST,s,ago(d).date()), now=MONDAY)
    n=f"/tmp/ref_{theme}_{lang}"
    with cases_window(leyla, qtbot, qapp, size=size, language=lang) as it:
        style.apply(qapp, theme=="dark")
        it.view.pages.open_case(roos)
        it.page.tabs.open("consent"); QTest.qWait(100)
        box=it.page.tabs.here.referrals
        sc=next(s for s in it.page.tabs.here.findChildren(QScrollArea) if s.isAncestorOf(box))
        sc.verticalScrollBar().setValue(9999); QTest.qWait(80)
        it.window.grab().save(n+"_tab.png")
        it.push(box.add); QTest.qWait(400); it.window.grab().save(n+"_form.png")
        it.push(it.form.accept_button); QTest.qWait(100); it.window.grab().save(n+"_wrong.png")
        it.form.close_overlay()
        it.push(box.asks[0]); QTest.qWait(400); it.window.grab().save(n+"_far.png"); it.form.close_overlay()
        it.page.tabs.open("timeline"); QTest.qWait(100); it.window.grab().save(n+"_time.png")
    with cases_window(salma, qtbot, qapp, size=size, language=lang) as it:
        style.apply(qapp, theme=="dark")
        QTest.qWait(100); it.window.grab().save(n+"_board.png")
