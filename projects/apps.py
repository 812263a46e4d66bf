from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = "Cooperation items"

    def ready(self) -> None:
        from wagtail.admin.compare import register_comparison_class

        from projects.country_field import CountryComparison, CountryField

        register_comparison_class(CountryField, comparison_class=CountryComparison)
