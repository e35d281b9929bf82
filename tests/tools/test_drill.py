import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_a_copy_and_the_paper_code_bring_everything_back_on_another_computer():
    """SECURITY.md: the restore drill, on a computer that shares nothing with the first."""
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "drill.py"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "The drill succeeded" in run.stdout
