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
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Take the place; return False after telling the one who has it to come forward."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE):
            socket.write(b"raise\n")
            socket.waitForBytesWritten(PATIENCE)
            socket.disconnectFromServer()
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                return False
        server.newConnection.connect(self._on_connected)
        self._server = server
        return True

    def release(self) -> None:
        """Give the place up (closing, or restarting locked)."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_connected(self) -> None:
        if self._server is not None:
            self._server.nextPendingConnection().deleteLater()
            self.raised.emit()
