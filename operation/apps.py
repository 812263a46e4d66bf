from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "operation"
    verbose_name = "Operation"

    def ready(self) -> None:
        from operation import checks  # noqa: F401  registers them
