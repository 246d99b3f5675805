"""A process that was stopped and goes on: one reader of keys, the terminal as it was at the end."""

from types import FrameType

from textual.drivers.linux_driver import LinuxDriver


class WakingDriver(LinuxDriver):
    """Textual's driver, but for being woken (SIGCONT) without having been told to sleep (SIGTSTP).

    A container that is paused, or a parent that stops its children, asks nobody. Textual would
    then begin a second reader beside the first, so that keys overtake each other, and take its own
    settings of the terminal for those to leave behind.
    """

    def _sigcont_application(self, *args: int | FrameType | None) -> None:
        if self._is_reading:
            # Not here: a second signal would come in between.
            self._loop.call_soon_threadsafe(self._begin_anew)
        else:
            super()._sigcont_application(*args)

    @property
    def _is_reading(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _begin_anew(self) -> None:
        """The terminal as the app needs it: who woke it may have used it meanwhile."""
        if self._key_thread is None or not self._is_reading:
            return
        found = self.attrs_before
        self.exit_event.set()
        self._key_thread.join()
        self.exit_event.clear()
        self.resume_application_mode()
        self.attrs_before = found
