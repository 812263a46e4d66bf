from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "vocabulary"
    verbose_name = "Vocabulary"

    def ready(self) -> None:
        from vocabulary import text_fields

        text_fields.register()
