"""Only one window for one log: a second start raises the first and goes away."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 300


class Single(QObject):
    """Holds the place of the first instance for a data folder; a crash leaves no stale lock."""

    raised = Signal()

    def __init__(self, data: Path) -> None:
        super().__init__()
        digest = sha256(str(data.resolve()).encode()).hexdigest()[:20]
        self._name = f"buurtlogboek-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def acquire(self) -> bool:
        """Take the place; return False after telling the one who has it to come forward.

        Where no place can be had (no folder for temporary files) the log opens all the same: a
        program that does not come is worse than two windows, and the file has locks of its own.
        """
        if self._tell_the_first():
            return False
        self._server.listen(self._name)  # over a name that a crash left behind
        return True

    def release(self) -> None:
        """Give the place up (closing, or restarting locked)."""
        self._server.close()

    def _tell_the_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(b"raise\n")
        socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return True

    def _on_connected(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.raised.emit()
