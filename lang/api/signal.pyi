"""Signals to the program."""
SIGINT: int
SIGTERM: int
SIGHUP: int
SIGQUIT: int
SIG_DFL: int
SIG_IGN: int
@overload
@bind("SignalSignalDefault")
def signal(signalnum: int, handler: int) -> None: ...
@overload
def signal(signalnum: int, handler: Callable[[int, Any], None]) -> None: ...
