"""What happens by the calendar: the month's briefing, the strategy in force, pages at their minute."""
