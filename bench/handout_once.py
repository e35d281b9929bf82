"""Every sheet once in a process of its own, then a hundred as one job; prints the seconds."""

import json
import sys
from itertools import cycle, islice

from bench.measure import once
from hgkm_desktop.handouts.paper import pdf
from hgkm_desktop.services.prints import Form
from hgkm_desktop.sheets import library, numbers
from hgkm_desktop.sheets.content import compose


def main() -> None:
    """Make one sheet, then each of the others for the first time, then a hundred together."""
    known = {number.key: number for number in numbers.shipped()}
    names = [(s.id, code) for s in library.sheets() for code in library.languages(s.id)]
    first, *others = [compose(library.text(*name), known) for name in names]
    start = once(lambda: pdf([(first, Form.A4)]))
    each = [once(lambda one=one: pdf([(one, Form.A4)])) for one in others]
    job = [(one, Form.A4) for one in islice(cycle([first, *others]), 100)]
    hundred = once(lambda: pdf(job))
    sys.stdout.write(json.dumps({"first": [start], "each": each, "hundred": [hundred]}))


if __name__ == "__main__":
    main()
