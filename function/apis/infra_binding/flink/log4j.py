"""How jobs log: the configuration of Log4j, which replaces the one of Flink's operator."""

from function.apis.infra_binding.flink.version import since
from function.platform.flink import FlinkVersion

_PATTERN = ("type = PatternLayout", "pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n")
_JSON = ("type = JsonTemplateLayout",)
_FILE = (
    "name = RollingFileAppender",
    "type = RollingFile",
    "append = true",
    "fileName = ${sys:log.file}",
    "filePattern = ${sys:log.file}.%i",
    "policies.type = Policies",
    "policies.size.type = SizeBasedTriggeringPolicy",
    "policies.size.size = 100MB",
    "policies.startup.type = OnStartupTriggeringPolicy",
    "strategy.type = DefaultRolloverStrategy",
    "strategy.max = ${env:MAX_LOG_FILE_NUMBER:-10}",
)
"""The file that Flink's own pages show."""


def writes_json(version: FlinkVersion | None) -> bool:
    """Return whether the image of this version has the layout for JSON."""
    return since(version, "v2_1")


def log4j(level: str, *, as_json: bool) -> str:
    """Return the configuration: standard output in the wanted form, and the file of Flink's own pages as text."""
    lines = [
        "monitorInterval = 30",
        f"rootLogger.level = {level}",
        "rootLogger.appenderRef.console.ref = ConsoleAppender",
        "rootLogger.appenderRef.rolling.ref = RollingFileAppender",
        "appender.console.name = ConsoleAppender",
        "appender.console.type = CONSOLE",
        *(f"appender.console.layout.{line}" for line in (_JSON if as_json else _PATTERN)),
        *(f"appender.rolling.{line}" for line in _FILE),
        *(f"appender.rolling.layout.{line}" for line in _PATTERN),
        "logger.netty.name = org.jboss.netty.channel.DefaultChannelPipeline",
        "logger.netty.level = OFF",
    ]
    return "".join(f"{line}\n" for line in lines)
