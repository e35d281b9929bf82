"""The first preview in a process of its own: from asking for a sheet to its picture painted."""

import json
import sys
import time

from PySide6.QtWidgets import QApplication

from hgkm_desktop.services import walk_ins  # noqa: F401  (a signed-in window has these already)
from hgkm_desktop.ui import style


def main() -> None:
    """Paint a window, ask for a sheet, write the seconds until it is to be seen."""
    app = QApplication([])
    style.apply(app)
    begin = time.perf_counter()
    from hgkm_desktop.handouts.paper import pdf
    from hgkm_desktop.services.prints import Form
    from hgkm_desktop.sheets import library, numbers
    from hgkm_desktop.sheets.content import compose
    from hgkm_desktop.ui.widgets.pdf_preview import PdfPreview

    known = {number.key: number for number in numbers.shipped()}
    made = pdf([(compose(library.text("veilig_thuis", "ar"), known), Form.A4)])
    preview = PdfPreview()
    preview.resize(520, 720)
    preview.show_pdf(made)
    preview.show()
    app.processEvents()
    preview.grab()
    sys.stdout.write(json.dumps({"preview": [time.perf_counter() - begin]}))


if __name__ == "__main__":
    main()
