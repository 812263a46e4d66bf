"""Texts of Wagtail and Django that our catalogs hold, because theirs have no Korean or Chinese or have it wrong.

Named here so that `make catalogs` keeps them; nothing imports this module. A project's catalogs come before those of
its packages. What Wagtail's scripts say stands in `borrowed_texts.js`.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

# Django: Korean particles that are right for no word, 와(과) or 을(를)
gettext_noop("Please enter a correct %(username)s and password. Note that both fields may be case-sensitive.")
gettext_noop("The password is too similar to the %(verbose_name)s.")
gettext_noop("%(model_name)s with this %(field_label)s already exists.")
gettext_noop("%(model_name)s with this %(field_labels)s already exists.")
gettext_noop("Constraint “%(name)s” is violated.")
gettext_noop("Select a valid choice. %(value)s is not one of the available choices.")
gettext_noop("Value %(value)r is not a valid choice.")
# 문자 is any letter, Hangul too
gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.")

# Wagtail: Korean that names another thing, or translates word by word
gettext_noop("Pages using %(page_type)s")
gettext_noop("This copy will be a child of this given parent page.")
gettext_noop("Last published")
gettext_noop("slug")
gettext_noop("New slug")
gettext_noop("The name of the page as it will appear in URLs e.g http://domain.com/blog/[my-slug]/")
gettext_noop("New parent page")

# The form of an account
gettext_noop("Enter the same password as before, for verification.")
gettext_noop("Enter the same password as above, for verification.")
gettext_noop(
    "Designates whether this user should be treated as active. Unselect this instead of deleting accounts."
)
gettext_noop("Active")
gettext_noop("Username")
gettext_noop("Leave blank if not changing.")
gettext_noop("The %(model_name)s could not be created due to errors.")
gettext_noop("Skip to main content")
gettext_noop("Locale")


# The admin's frame: home, menus, lists, filters
gettext_noop("Search all pages…")
ngettext_lazy("There is one matching page", "There are %(counter)s matching pages")
ngettext_lazy("There is %(counter)s match", "There are %(counter)s matches")
gettext_noop("at %(time)s by %(user_display_name)s")
gettext_noop("%(time)s by %(user_display_name)s")
gettext_noop("%(time_period)s ago by %(user_display_name)s")
gettext_noop("Exploring")
gettext_noop("Filter by")
gettext_noop("Show filters")
gettext_noop("%(field_label)s:")
gettext_noop("Any")
gettext_noop("Anyone")
gettext_noop("Clear")
gettext_noop("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s")
gettext_noop("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s across entire site.")
gettext_noop(
    "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span class=\"w-title-ellipsis\">%(title)s</span>'."
)
gettext_noop("No results in '<span class=\"w-title-ellipsis\">%(title)s</span>'.")
gettext_noop("No results across entire site.")
gettext_noop("Search the whole site")
gettext_noop("Search in '<span class=\"w-title-ellipsis\">%(title)s</span>'")
gettext_noop('Sorry, there are no matches for "<em>%(search_query)s</em>"')
gettext_noop("There are no results.")
gettext_noop("No %(model_name)s match your query.")
gettext_noop("There are no %(model_name)s to display.")
gettext_noop('There are no %(model_name)s to display. Why not <a href="%(add_url)s">add one</a>?')
gettext_noop("Sort by '%(label)s' in ascending order.")
gettext_noop("Sort by '%(label)s' in descending order.")
gettext_noop("More options for '%(title)s'")
gettext_noop("More bulk actions")
gettext_noop("Has child pages")
gettext_noop("Date updated")
gettext_noop("Edited by")
gettext_noop("Locked by")
gettext_noop("Page type")
gettext_noop("Page types usage")
gettext_noop("Is commenting action")
gettext_noop("App")
gettext_noop("Application")
gettext_noop("Compare")
gettext_noop("item")
gettext_noop("items")
gettext_noop("system")
gettext_noop("just now")
gettext_noop("log entry")
gettext_noop("log entries")
gettext_noop("model log entry")
gettext_noop("page log entry")
gettext_noop("model log entries")
gettext_noop("page log entries")

# Forms: saving, validation, schedules
gettext_noop("The page could not be saved due to validation errors.")
gettext_noop("There are validation errors, click save to highlight them.")
gettext_noop("The page could not be created due to validation errors.")
gettext_noop("Go to the first error")
gettext_noop("Saved")
gettext_noop("Draft saved")
gettext_noop("Autosave is paused")
gettext_noop("Autosave is <span>paused</span>")
gettext_noop("Save your changes before leaving")
gettext_noop("A network error occurred")
gettext_noop(
    "Troubleshoot your connection to the site before proceeding. Open the editor in a separate tab to view the last saved version."
)
gettext_noop("You saved a new version in another window")
gettext_noop("%(user_name)s saved a new version")
gettext_noop("You have unsaved changes in another window")
gettext_noop("%(user_name)s has unsaved changes")
gettext_noop("View latest version")
gettext_noop("Currently idle")
gettext_noop("Currently viewing")
gettext_noop("Proceeding will overwrite the changes you made in that window.")
gettext_noop("Proceeding will overwrite the changes made by %(user_name)s.")
gettext_noop("Alternatively, you can view the latest version in a new tab.")
gettext_noop("New: %(model_name)s")
gettext_noop("Choose parent")
gettext_noop("Create a new %(model_name)s")
gettext_noop("The new page will be a child of this given parent page.")
gettext_noop("Select a new parent for this page.")
gettext_noop("Please select another parent.")
gettext_noop("Confirm selection")
gettext_noop("- Select an option -")
gettext_noop("The slug '%(page_slug)s' is already in use within the parent page.")
gettext_noop("'%(page_title)s' has been moved successfully.")
gettext_noop("Sorry, you cannot create a page at this location.")
gettext_noop("Actions (footer)")
gettext_noop("Anyone can edit this %(model_name)s")
gettext_noop("Anyone can edit this %(model_name)s – lock it to prevent others from editing")
gettext_noop("Choose when this page should go live and/or expire")
gettext_noop("Choose when this %(model_name)s should go live and/or expire")
gettext_noop("Choose who can view the live version of this page")
gettext_noop(
    'This publishing schedule will only take effect after you select the "Schedule to publish" option'
)
gettext_noop("Schedule to publish")
gettext_noop("Scheduling…")
gettext_noop("Anyone with editing permissions can create schedules")
gettext_noop("But only those with publishing permissions can make them effective.")
gettext_noop("Set publishing schedule")
gettext_noop("Set schedule")
gettext_noop("Edit schedule")
gettext_noop("Save schedule")
gettext_noop("No publishing schedule set")
gettext_noop("Invalid schedule")
gettext_noop("Expiry date/time must be in the future.")
gettext_noop("Go-live:")
gettext_noop("Expiry:")
gettext_noop("Once scheduled:")
gettext_noop("To be created by %(user)s")
gettext_noop("Status: ")
gettext_noop("Locking: ")
gettext_noop("Replace current revision")

# Side panels and preview
gettext_noop("Toggle section")
gettext_noop("Minimap")
gettext_noop("Toggle minimap")
gettext_noop("Side panels")
gettext_noop("Side panel width")
gettext_noop("Close dialog")
gettext_noop("Loading")
gettext_noop("Refreshing…")
gettext_noop("Preview in new tab")
gettext_noop("Preview is out of date")
gettext_noop("Preview not available")
gettext_noop(
    "Preview cannot display due to validation errors. <br /> Click save to highlight the relevant fields."
)
gettext_noop("Correct the validation errors to resume preview (saving will highlight errors)")

# Keyboard shortcuts
gettext_noop("Keyboard shortcuts")
gettext_noop("Keyboard shortcut")
gettext_noop("All keyboard shortcuts")
gettext_noop("Show keyboard shortcuts")
gettext_noop("Keyboard shortcuts are currently enabled; manage your %(account_link)s to disable them.")
gettext_noop("Keyboard shortcuts are currently disabled; manage your %(account_link)s to enable them.")
gettext_noop("account")
gettext_noop("Section")
gettext_noop("Add or show comments")
gettext_noop("Close modal dialogs (like this one)")
gettext_noop("Insert or edit a link")
gettext_noop("Monospace (code)")
gettext_noop("Paste without formatting")
gettext_noop("Strike-through")
gettext_noop("Text editing")
gettext_noop("Text formatting")

# Selecting, deleting, references
gettext_noop("All %(objects)s snippets on this screen selected")
gettext_noop("All snippets in listing selected")
gettext_noop("Select all snippets in listing")
gettext_noop("Delete selected snippets")
gettext_noop("(blank)")

# Accounts
gettext_noop("Access level")
gettext_noop("Last login")
gettext_noop("Assign role to selected users")
gettext_noop("Delete selected users")
gettext_noop("Select all users in listing")
gettext_noop("Change the active state for selected users")
gettext_noop("Set active state")
gettext_noop("Required. Letters, digits and @/./+/-/_ only.")
gettext_noop(
    "Receive notification when comments have been created, resolved, or deleted on a page that you have subscribed to receive comment notifications on"
)
gettext_noop("Use server language: %(language_name)s")
gettext_noop("Enable custom keyboard shortcuts specific to Wagtail.")
gettext_noop("System default")
gettext_noop("Light")
gettext_noop("Dark")
gettext_noop("admin theme")
gettext_noop("contrast")
gettext_noop("More contrast")
gettext_noop("Snug")
ngettext_lazy("Referenced %(count)s time", "Referenced %(count)s times", 1)
ngettext_lazy(
    "This %(model_name)s is referenced %(usage_count)s time.",
    "This %(model_name)s is referenced %(usage_count)s times.",
    1,
)
gettext_noop("History")
gettext_noop("See full history")
gettext_noop("Site history")
gettext_noop("Published")
gettext_noop("Current draft")
gettext_noop("Publish this version")
gettext_noop("Review this version")
ngettext_lazy("Moved down 1 place.", "Moved down %(counter)s places.", 1)
ngettext_lazy("Moved up 1 place.", "Moved up %(counter)s places.", 1)
gettext_noop("More actions")
gettext_noop("go live date/time")
gettext_noop("Once live anyone can view")
gettext_noop("Privacy and access")

# Versions: their history, comparing, taking back, unpublishing, deleting, locks
gettext_noop("Action")
gettext_noop("Action type")
gettext_noop("Created")
gettext_noop("Edited")
gettext_noop("Deleted")
gettext_noop("Unpublished")
gettext_noop("Publish scheduled draft")
gettext_noop("Published scheduled draft")
gettext_noop("Unpublish scheduled draft")
gettext_noop("Unpublished scheduled draft")
gettext_noop("Locked")
gettext_noop("Unlocked")
gettext_noop("Unlock")
gettext_noop("Rename")
gettext_noop("Renamed")
gettext_noop("Renamed from '%(old)s' to '%(new)s'")
gettext_noop("Revert")
gettext_noop("Reverted to previous revision")
gettext_noop("Reverted to previous revision with id %(revision_id)s from %(created_at)s")
gettext_noop("Copied")
gettext_noop("Copied from %(title)s")
gettext_noop("Moved")
gettext_noop("Moved from '%(old_parent)s' to '%(new_parent)s'")
gettext_noop("Reorder")
gettext_noop("Reordered")
gettext_noop("Reordered under '%(parent)s'")
gettext_noop("Schedule publication")
gettext_noop("Unschedule publication")
gettext_noop("Revision %(revision_id)s from %(created_at)s scheduled for publishing at %(go_live_at)s.")
gettext_noop("Revision %(revision_id)s from %(created_at)s unscheduled from publishing at %(go_live_at)s.")
gettext_noop("%(model_name)s scheduled for publishing at %(go_live_at)s")
gettext_noop("%(model_name)s scheduled for publishing")
gettext_noop("%(model_name)s unscheduled for publishing at %(go_live_at)s")
gettext_noop("%(model_name)s unscheduled from publishing")
gettext_noop("Edit comment")
gettext_noop("Delete comment")
gettext_noop("Resolve comment")
gettext_noop("Reply to comment")
gettext_noop("Edit reply to comment")
gettext_noop("Delete reply to comment")
gettext_noop("Added a comment")
gettext_noop("Edited a comment")
gettext_noop("Deleted a comment")
gettext_noop("Resolved a comment")
gettext_noop("Replied to a comment")
gettext_noop("Edited a reply")
gettext_noop("Deleted a reply")
gettext_noop('Added a comment on field %(field)s: "%(text)s"')
gettext_noop('Edited a comment on field %(field)s: "%(text)s"')
gettext_noop('Deleted a comment on field %(field)s: "%(text)s"')
gettext_noop('Resolved a comment on field %(field)s: "%(text)s"')
gettext_noop('Replied to comment on field %(field)s: "%(text)s"')
gettext_noop('Edited a reply to a comment on field %(field)s: "%(text)s"')
gettext_noop('Deleted a reply to a comment on field %(field)s: "%(text)s"')
gettext_noop("Preview")
gettext_noop("Compare with live version")
gettext_noop("Compare with current version")
gettext_noop("Compare with previous version")
gettext_noop("Live version")
gettext_noop("View history")
gettext_noop("First published")
gettext_noop("There are no differences between these two versions")
gettext_noop("You are viewing a previous version of this page from <b>%(created_at)s</b> by %(user)s")
gettext_noop(
    "You are viewing a previous version of this %(model_name)s from <b>%(created_at)s</b> by %(user)s"
)
gettext_noop("%(model_name)s '%(object)s' has been replaced with version from %(timestamp)s.")
gettext_noop("Version from %(timestamp)s of %(model_name)s '%(object)s' has been published.")
gettext_noop("%(model_name)s '%(object)s' created.")
gettext_noop("%(model_name)s '%(object)s' updated.")
gettext_noop("%(model_name)s '%(object)s' created and published.")
gettext_noop("%(model_name)s '%(object)s' updated and published.")
gettext_noop("Are you sure you want to unpublish this %(model_name)s?")
gettext_noop("Page '%(page_title)s' unpublished.")
gettext_noop("Page '%(page_title)s' is now unlocked.")
gettext_noop("Yes, unpublish it")
gettext_noop("Are you sure you want to delete this page?")
gettext_noop("Yes, delete")
gettext_noop("Yes, delete it")
gettext_noop("No, don't delete")
gettext_noop("No, don't delete it")
gettext_noop("No one can make changes while the %(model_name)s is locked")
gettext_noop("Only you can make changes while the %(model_name)s is locked")
gettext_noop("Only %(user)s can make changes while the %(model_name)s is locked")
gettext_noop("Locked by you")
gettext_noop("Locked by another user")
gettext_noop("<b>'{title}' is locked</b>.")
gettext_noop("<b>'{title}' is locked</b> by <b>you</b>.")
gettext_noop("<b>'{title}' was locked</b> by <b>you</b> on <b>{datetime}</b>.")
gettext_noop("<b>'{title}' was locked</b> by <b>{user}</b> on <b>{datetime}</b>.")
gettext_noop("%(time_period)s ago")
gettext_noop("Sorry, you do not have permission to access this area.")
gettext_noop("One or more references to this %(model_name)s prevent it from being deleted.")
gettext_noop(
    'JavaScript is required to use Wagtail, but it is currently disabled.<br /> Here are the <a href="https://www.enable-javascript.com/" target="_blank" rel="noreferrer">instructions how to enable JavaScript in your web browser</a>.'
)

# Said in Korean to Chinese editors
gettext_noop("Save changes")
gettext_noop("Cut")
gettext_noop("Paste")
gettext_noop("Shortcuts")
gettext_noop("Refresh")
gettext_noop("System")
gettext_noop("Theme preferences")
gettext_noop("density")
gettext_noop("Oldest")
ngettext_lazy(
    "This page has one subpage. Unpublish this too",
    "This page has %(live_descendant_count)s subpages. Unpublish these too",
    1,
)
gettext_noop("Locked by <b>you</b> at <b>%(locking_date)s</b>")
gettext_noop("Locked by <b>%(locked_by)s</b> at <b>%(locking_date)s</b>")
gettext_noop(
    "Pages created here will not be accessible at any URL. To add pages to an existing site, create them as children of the homepage."
)
gettext_noop(
    "The root level is where you can add new sites to your Wagtail installation. Pages created here will not be accessible at any URL until they are associated with a site."
)
gettext_noop(
    "If you just want to add pages to an existing site, create them as children of the homepage instead."
)
gettext_noop(
    "There is no site set up for this location. Pages created here will not be accessible at any URL until a site is associated with this location."
)
gettext_noop(
    "There is no site record for this location. Pages created here will not be accessible at any URL."
)

# Korean or Chinese of Wagtail's that is wrong
gettext_noop("Toggle status")
gettext_noop("Toggle preview")
gettext_noop("Toggle comments")
gettext_noop("Toggle side panel")
gettext_noop("Toggle sidebar")
gettext_noop("Toggle breadcrumbs")
gettext_noop("Resolved comments")
gettext_noop("New comments:")
gettext_noop("Resolved comments:")
gettext_noop("Deleted comments:")
gettext_noop("updated comments notifications")
gettext_noop('%(editor)s has updated comments on "%(title)s".')
gettext_noop('%(editor)s has updated comments on "%(title)s"')
gettext_noop("Edit your notification preferences here:")
gettext_noop("Receive notification when your page edit is approved")
gettext_noop("Receive notification when your page edit is rejected")
gettext_noop("You cannot edit another user's comment.")
ngettext_lazy(
    'Only pages of type "%(type)s" may be chosen for this field. Search results will exclude pages of other types.',
    "Only the following page types may be chosen for this field: %(type)s. Search results will exclude pages of other types.",
    1,
)
gettext_noop("Page %(page_number)s of %(num_pages)s.")
gettext_noop("Page %(page_num)s of %(total_pages)s")
gettext_noop("Your most recent edits")
gettext_noop("Error 404")
gettext_noop("Error 404: Page not found")
gettext_noop("Go to Wagtail admin")
gettext_noop("Wagtail admin")
gettext_noop("Sign in to Wagtail")
gettext_noop("Editor Guide")
gettext_noop("Live")
gettext_noop("live")
gettext_noop("live + draft")
gettext_noop("live + scheduled")
gettext_noop("scheduled")
gettext_noop("expired")
gettext_noop("approved go live at")
gettext_noop("View live")
gettext_noop("Visible to all. Visit the live page")
gettext_noop("Private. Visit the live page")
gettext_noop("Go live date/time must be before expiry date/time")
gettext_noop("This page is live. Would you like to publish its copy as well?")
gettext_noop("%(label)s and Publish")
gettext_noop("Last published by")
gettext_noop("by %(user)s")
gettext_noop("You have <span>unsaved edits</span>")
gettext_noop("Account")
gettext_noop("Your account settings have been changed successfully!")
gettext_noop(
    "Your account doesn't have access to this page. To proceed, please log in with an account that has access."
)
gettext_noop("The user could not be saved due to errors.")
gettext_noop("The group could not be saved due to errors.")

# Doing something with several pages or accounts at once
gettext_noop("1 page selected")
gettext_noop("%(objects)s pages selected")
gettext_noop("All %(objects)s pages on this screen selected")
gettext_noop("All pages in listing selected")
gettext_noop("1 user selected")
gettext_noop("%(objects)s users selected")
gettext_noop("All %(objects)s users on this screen selected")
gettext_noop("All users in listing selected")
gettext_noop("1 snippet selected")
gettext_noop("%(objects)s snippets selected")
gettext_noop("1 item selected")
gettext_noop("%(objects)s items selected")
gettext_noop("All %(objects)s items on this screen selected")
gettext_noop("All items in listing selected")
ngettext_lazy("%(num_parent_objects)d page", "%(num_parent_objects)d pages", 1)
ngettext_lazy("%(num_child_objects)d child page", "%(num_child_objects)d child pages", 1)
ngettext_lazy(
    "%(num_parent_objects)d page has been published", "%(num_parent_objects)d pages have been published", 1
)
gettext_noop("%(parent_pages)s and %(child_pages)s have been published")
ngettext_lazy(
    "%(num_parent_objects)d page has been unpublished",
    "%(num_parent_objects)d pages have been unpublished",
    1,
)
gettext_noop("%(parent_pages)s and %(child_pages)s have been unpublished")
ngettext_lazy(
    "%(num_parent_objects)d page has been deleted", "%(num_parent_objects)d pages have been deleted", 1
)
gettext_noop("%(parent_pages)s and %(child_pages)s have been deleted")
ngettext_lazy("%(num_pages)d page has been moved", "%(num_pages)d pages have been moved", 1)
ngettext_lazy("Publish 1 page", "Publish %(counter)s pages", 1)
ngettext_lazy("This page has one unpublished subpage", "This page has %(counter)s unpublished subpages", 1)
ngettext_lazy("This page has one subpage", "This page has %(counter)s subpages", 1)
ngettext_lazy("This page has one child page", "This page has %(counter)s child pages", 1)
ngettext_lazy(
    "This will also delete one more subpage.", "This will also delete %(counter)s more subpages.", 1
)
ngettext_lazy(
    "Deleting this page will also delete %(descendant_count)s child page.",
    "Deleting this page will also delete %(descendant_count)s more child pages.",
    1,
)
ngettext_lazy(
    "This action will delete <b>%(total_pages_formatted)s</b> page in total.",
    "This action will delete <b>%(total_pages_formatted)s</b> pages in total.",
    1,
)
gettext_noop("Please type <b>%(wagtail_site_name)s</b> to confirm.")
ngettext_lazy(
    "You don't have permission to delete this page", "You don't have permission to delete these pages", 1
)
ngettext_lazy(
    "You don't have permission to move this page", "You don't have permission to move these pages", 1
)
ngettext_lazy(
    "You don't have permission to publish this page", "You don't have permission to publish these pages", 1
)
ngettext_lazy(
    "You don't have permission to unpublish this page",
    "You don't have permission to unpublish these pages",
    1,
)
gettext_noop("Are you sure you want to publish these pages?")
gettext_noop("Are you sure you want to unpublish these pages?")
gettext_noop("Publish selected pages")
gettext_noop("Yes, publish")
gettext_noop("No, don't publish")
gettext_noop("Yes, unpublish")
gettext_noop("No, don't unpublish")
gettext_noop("Yes, move these pages")
gettext_noop("Yes, move this page")
gettext_noop("No, don't move")
ngettext_lazy("%(count)d %(model_name)s deleted.", "%(count)d %(model_name)s deleted.", 1)
ngettext_lazy(
    "You don't have permission to edit this user", "You don't have permission to edit these users", 1
)
ngettext_lazy(
    "You don't have permission to delete this user", "You don't have permission to delete these users", 1
)
ngettext_lazy("Change active state for 1 user", "Change active state for %(counter)s users", 1)
gettext_noop("Are you sure you want to change the active state for these users?")
gettext_noop("You cannot change your own active status")
gettext_noop("Yes, change state")
gettext_noop("No, don't change state")
gettext_noop("Mark as active")
ngettext_lazy(
    "%(num_parent_objects)d user has been assigned as %(role)s",
    "%(num_parent_objects)d users have been assigned as %(role)s",
    1,
)
ngettext_lazy(
    "%(num_parent_objects)d user has been deleted", "%(num_parent_objects)d users have been deleted", 1
)
ngettext_lazy(
    "%(num_parent_objects)d user has been marked as active",
    "%(num_parent_objects)d users have been marked as active",
    1,
)
ngettext_lazy(
    "%(num_parent_objects)d user has been marked as inactive",
    "%(num_parent_objects)d users have been marked as inactive",
    1,
)

# What a page or a record is told after it was saved
gettext_noop("Page '%(page_title)s' has been updated.")
gettext_noop("Page '%(page_title)s' has been published.")
gettext_noop("Page '%(page_title)s' has been scheduled for publishing.")
gettext_noop("Page '%(page_title)s' is live and this version has been scheduled for publishing.")
gettext_noop("Page '%(page_title)s' has been replaced with version from %(previous_revision_datetime)s.")
gettext_noop("Version from %(datetime)s of page '%(page_title)s' has been published.")
gettext_noop(
    "Version from %(previous_revision_datetime)s of page '%(page_title)s' has been scheduled for publishing."
)
gettext_noop("Page '%(page_title)s' and %(subpages_count)s subpages copied.")
gettext_noop("%(model_name)s '%(object)s' has been scheduled for publishing.")
gettext_noop("%(model_name)s '%(object)s' created and scheduled for publishing.")
gettext_noop("%(model_name)s '%(object)s' is live and this version has been scheduled for publishing.")
gettext_noop("Version from %(timestamp)s of %(model_name)s '%(object)s' has been scheduled for publishing.")
gettext_noop("%(model_name)s '%(title)s' is now unlocked.")
gettext_noop("'%(object)s' unpublished.")
gettext_noop("Saving will overwrite a newer version.")
gettext_noop("The page could not be saved as it is locked.")
gettext_noop("The %(model_name)s could not be saved as it is locked")
gettext_noop(
    "The slug '%(page_slug)s' is already in use at the selected parent page. Make sure the slug is unique and try again."
)
gettext_noop("This page is locked, by you, to further editing")
ngettext_lazy("One other user is currently viewing", "%(num_user)s other users are currently viewing", 1)
gettext_noop("You do not have permission to access the admin.")
gettext_noop("If you confirm deletion")
gettext_noop("Usage count")
gettext_noop("Sort item order")
gettext_noop("user %(id)s (deleted)")
gettext_noop("Edit account avatar")

# The order of pages, by dragging
gettext_noop("Enable custom ordering")
gettext_noop("Disable custom ordering")
gettext_noop("Item %(index)s of %(total)s")
gettext_noop(
    "Focus on the drag button and press up or down arrows to move the item, then press enter to submit the change."
)
