from django.apps import AppConfig


class OperationConfig(AppConfig):
    name = "operation"
    verbose_name = "Operation"

    def ready(self) -> None:
        from operation import processes, task_logs

        processes.connect()
        task_logs.connect()
