// What Wagtail's scripts say and its own catalogs lack. Named here so that `make catalogs` keeps it; no page loads
// this file. See config/borrowed_texts.py.

gettext("(%(number)s new items in this menu)");
gettext("(1 new item in this menu)");
gettext("(New)");
gettext("A network error occurred.");
gettext("A server error occurred.");
gettext("Autosave in progress…");
gettext("Changes have been autosaved.");
gettext("Blocks");
gettext("Insert a block");
gettext("Split block");
gettext("Write something or type ‘/’ to insert a block");
gettext("Character count:");
gettext("Enter your comments...");
gettext("Enter your reply...");
gettext("Error while sending preview data.");
gettext("Search options…");
gettext("Toggle section");
ngettext("%(num)s error", "%(num)s errors", 1);
gettext("Toggle sidebar");
gettext("Toggle side panel");
gettext("Focus comment");
gettext("Unfocus comment");
ngettext("%(num)s pixel", "%(num)s pixels", 1);
