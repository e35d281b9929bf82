import pytest, sys
sys.path.insert(0,'/work/main/tests/ui')
from test_every_page_by_keyboard import *
from test_every_page_by_keyboard import _next
def test_dbg(tmp_path, qtbot):
    data = tmp_path / "new"; data.mkdir()
    look = Settings(language="nl", scale=100)
    with running(data, qtbot, look=look, around=around()) as it:
        wizard = it.page
        it.type("Buurthuis De Linde"); _next(it, wizard)
        it.push(wizard.page.without.understood); it.push(wizard.page.without.button)
        wizard.page.arrive(); it.type("Marleen"); _next(it, wizard)
        lines = [line for line in wizard.page.findChildren(QLineEdit) if line.isVisible()]
        it.fill(lines[1], lines[0].text()); _next(it, wizard)
        it.wait(wizard.page.sheet.print_button.isEnabled)
        print([said(x) for x in stops(it.page)])
        from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview
        p = it.window.findChildren(PdfPreview)[0]
        for _ in range(12):
            print(said(QApplication.focusWidget()), p.visibleRegion().boundingRect(), p.geometry(), p.size())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        e=p
        while e: print(type(e).__name__, e.geometry(), e.isVisible()); e=e.parentWidget()
        it.window.grab().save('/tmp/w/a.png')
