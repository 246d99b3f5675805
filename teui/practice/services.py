"""The catalogue of services that a plan may hold, from `services.toml`."""

from teui.practice.fields import Fields
from teui.practice.service_model import Service

KINDS = frozenset(
    {
        "self_service",
        "brokerage",
        "allowance",
        "coaching",
        "guidance",
        "assessment",
        "trial",
        "training",
        "study",
        "subsidised_work",
        "integration",
        "rehabilitation",
        "support",
    }
)
PROVIDERS = frozenset(
    {"service_provider", "school", "employer", "municipality", "health_care", "kela"}
)


def read_services(top: Fields) -> dict[str, Service]:
    """The catalogue in the order of its file.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    found: dict[str, Service] = {}
    for table in top.tables("service"):
        service = Service(
            id=table.id(found),
            first_on=table.numbers("first_on"),
            kind=table.one_of("kind", KINDS),
            source=table.text("source"),
            provider=table.one_of("provider", PROVIDERS) if table.has("provider") else None,
            led_elsewhere=table.flag("led_elsewhere"),
            after=table.number("after") if table.has("after") else None,
            after_source=table.text_or_none("after_source"),
            meeting_of_three=table.flag("meeting_of_three"),
            reassessed=table.flag("reassessed"),
        )
        if (service.after is None) != (service.after_source is None):
            problem = "the line afterwards and its source go together."
            raise table.fault("after", problem, "Write both, or neither.")
        table.end()
        found[service.id] = service
    return found
