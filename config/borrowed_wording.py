"""Texts of Wagtail and Django whose Chinese has half-width signs or stray spaces, or whose Korean is wrong or clumsy.

Named here so that `make catalogs` keeps them, as those of `borrowed_texts.py`; nothing imports this module.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

# Adding, choosing, editing
gettext_noop("Add %(label)s")
gettext_noop("Add %(model_name)s")
gettext_noop("Choose another %(object)s")
gettext_noop("Edit this %(object)s")
gettext_noop("Editing %(page_type)s")
gettext_noop("Edit this page")
gettext_noop("Choose another")
gettext_noop("Choose another item")
gettext_noop("Choose another page")
gettext_noop("Choose a page")
gettext_noop("Clear choice")
gettext_noop("Create a page in")
gettext_noop("Create a page in %(title)s")
gettext_noop("Choose which type of page you'd like to create.")
gettext_noop("Add a child page to '%(title)s'")
gettext_noop("Explore child pages of '%(title)s'")
gettext_noop("Explore subpages of '%(title)s'")
gettext_noop("Sort the order of child pages within '%(parent)s' by '%(label)s' in ascending order.")
gettext_noop("Sort the order of child pages within '%(parent)s' by '%(label)s' in descending order.")
gettext_noop("Select %(title)s")
gettext_noop("Select row")
gettext_noop("Select all pages in listing")
gettext_noop("Enter your %(username_field_name)s")

# Copying, moving, deleting, unpublishing
gettext_noop("Page '%(page_title)s' copied.")
gettext_noop("Page '%(page_title)s' created.")
gettext_noop("Page '%(page_title)s' created and published.")
gettext_noop("Page '%(page_title)s' deleted.")
gettext_noop("Page '%(page_title)s' moved.")
gettext_noop('Version %(revision_id)s of "%(object)s" unscheduled.')
gettext_noop('revision %(revision_id)s of "%(object)s"')
gettext_noop("Are you sure you want to move this page into '%(title)s'?")
gettext_noop("Are you sure you want to move this page and all of its children into '%(title)s'?")
gettext_noop("Are you sure you want to delete this %(model_name)s?")
gettext_noop("Are you sure you want to delete this %(snippet_type_name)s?")
gettext_noop("Are you sure you want to delete %(count)s %(snippet_type_name)s?")
gettext_noop("Are you sure you want to delete this group?")
gettext_noop("Are you sure you want to delete these pages?")
gettext_noop("Are you sure you want to move these pages?")
gettext_noop("Are you sure you want to unschedule this revision?")
gettext_noop(
    'Alternatively you can <a href="%(unpublish_url)s">unpublish the page</a>. This removes the page from public view and you can edit or publish it again later.'
)
gettext_noop("Publish copied page")
gettext_noop('You do not have permission to publish pages at "%(page_title)s"')
gettext_noop('You do not have permission to copy to page "%(page_title)s"')
gettext_noop('You do not have permission to create a page under "%(page_title)s".')
gettext_noop('You cannot create a page of type "%(page_type)s" under "%(page_title)s".')
gettext_noop('This slug is already in use within the context of its parent page "%(parent_page_title)s"')
gettext_noop("The slug '%(page_slug)s' is already in use within the parent page at '%(parent_url_path)s'.")
gettext_noop("%(model_name)s '%(object)s' deleted.")

# Locks and versions
gettext_noop("Locked by schedule")
gettext_noop("Currently locked and will go live on the scheduled date")
gettext_noop("{model_name} '{title}' is locked and has been scheduled to go live at {datetime}")
gettext_noop("Cannot overwrite a revision that is not the latest for this %(model_name)s.")
gettext_noop("Cannot overwrite a revision that was not created by the current user.")
gettext_noop("Request to create %(model_name)s was blocked by hook.")
gettext_noop("Request to edit %(model_name)s was blocked by hook.")
gettext_noop("Would you still like to publish this page?")

# What would happen to what uses a record that is deleted
gettext_noop("the %(model_name)s will also be deleted")
gettext_noop("prevents deletion")
gettext_noop("may prevent deletion")
gettext_noop("will unset the reference")
gettext_noop("will do nothing")
gettext_noop("will be set to the default %(model_name)s")
gettext_noop("(Private %(object)s)")

# What is ticked in a list
gettext_noop("Go back")
gettext_noop("Bulk actions")
gettext_noop("You don't have permission to delete this %(snippet_type_name)s")
gettext_noop("You don't have permission to delete these %(snippet_plural_name)s")
ngettext_lazy("Delete 1 page", "Delete %(counter)s pages")

# Buttons while they work
gettext_noop("Creating…")
gettext_noop("Publishing…")
gettext_noop("Saving…")
gettext_noop("Signing in…")

# Accounts and groups
gettext_noop("User '%(object)s' created.")
gettext_noop("User '%(object)s' deleted.")
gettext_noop("User '%(object)s' updated.")
gettext_noop("Group '%(object)s' created.")
gettext_noop("Group '%(object)s' deleted.")
gettext_noop("Group '%(object)s' updated.")
gettext_noop("View users in this group")
gettext_noop("Toggle all")
gettext_noop("Toggle all add permissions")
gettext_noop("Toggle all change permissions")
gettext_noop("Toggle all delete permissions")
gettext_noop("Toggle all custom permissions")
gettext_noop("Custom permissions")
gettext_noop("Can view")
gettext_noop("Your old password was entered incorrectly. Please enter it again.")
gettext_noop("Your password can’t be too similar to your other personal information.")
gettext_noop("Your password can’t be a commonly used password.")
gettext_noop("Your password can’t be entirely numeric.")
gettext_noop("This password is entirely numeric.")
gettext_noop("This password is too common.")
gettext_noop("Old password")
gettext_noop("New password confirmation")
ngettext_lazy(
    "This password is too short. It must contain at least %d character.",
    "This password is too short. It must contain at least %d characters.",
)
ngettext_lazy(
    "Your password must contain at least %(min_length)d character.",
    "Your password must contain at least %(min_length)d characters.",
)

# Lengths and choices
ngettext_lazy(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
)
ngettext_lazy(
    "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
)
ngettext_lazy(
    "Ensure that there are no more than %(max)s decimal place.",
    "Ensure that there are no more than %(max)s decimal places.",
)
ngettext_lazy(
    "Ensure that there are no more than %(max)s digit in total.",
    "Ensure that there are no more than %(max)s digits in total.",
)
gettext_noop("Select a valid choice. That choice is not one of the available choices.")
gettext_noop("This field cannot be blank.")
gettext_noop("This field cannot be null.")

# Heads of columns and of the menu
gettext_noop("Updated")
gettext_noop("Type")
gettext_noop("Reports")

# Signing out
gettext_noop("You have been successfully logged out.")
gettext_noop("Log out")
