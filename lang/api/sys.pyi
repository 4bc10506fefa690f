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
@expanded
def exc_info() -> Any: ...
