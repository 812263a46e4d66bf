from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "vocabulary"
    verbose_name = "Vocabulary"

    def ready(self) -> None:
        from vocabulary import comparing, text_fields

        comparing.register()
        text_fields.register()
