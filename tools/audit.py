"""Looks for known vulnerabilities in the locks, and says so plainly where it cannot look.

pip-audit calls every package "not found" when the advisory service does not answer, and ends
well; a check that looked at nothing should not pass for a clean bill in silence.
"""

import json
import subprocess
import sys
from typing import Any


def main(locks: list[str]) -> int:
    """Audit each lock; only a vulnerability that was found fails."""
    return max((audit(lock) for lock in locks), default=0)


def audit(lock: str) -> int:
    """Audit one lock, print what came of it, and return the exit code."""
    packages = asked(lock)
    known = [package for package in packages if "vulns" in package]
    if not known:
        sys.stdout.write(f"{lock}: the advisory service is not reachable; nothing was audited.\n")
        return 0
    found = [line for package in known for line in advisories(package)]
    for line in found:
        sys.stdout.write(f"{lock}: {line}\n")
    sys.stdout.write(f"{lock}: audited {len(known)} of {len(packages)}, found {len(found)}.\n")
    return 1 if found else 0


def asked(lock: str) -> list[dict[str, Any]]:
    """Return what pip-audit says about each package (nothing, where it could not ask)."""
    command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"]
    command += ["--progress-spinner", "off", "--format", "json", "--requirement", lock]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(run.stdout)["dependencies"]
    except ValueError:
        return []


def advisories(package: dict[str, Any]) -> list[str]:
    """Return one line for each vulnerability of a package."""
    name = f"{package['name']} {package['version']}"
    return [
        f"{name}: {vuln['id']} (fixed in {', '.join(vuln['fix_versions']) or 'no release yet'})"
        for vuln in package["vulns"]
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
