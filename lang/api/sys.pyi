"""System-specific parameters."""
argv: list[str]
stdout: File
stderr: File
stdin: File
version: str
platform: str
maxsize: int
version_info: tuple[int, int, int, str, int]
byteorder: str
def exit(code: Any = None) -> Never: ...
@bind("SysExcInfo")
def _exc_info(e: Exception) -> tuple[Any, Exception, Any]: ...
@bind("py.Handled")
def _handled() -> Exception: ...
@bind("py.TrackHandled")
def _track_handled() -> None: ...
@bind("SysExcInfoNow")
def _exc_info_now() -> tuple[Any, Any, Any]: ...
@expanded
def exc_info() -> Any: ...
