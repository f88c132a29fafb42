package org.asepsie.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Decision;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.web.PlanWords;

/// Writes the due days of a plan as a calendar (iCalendar, RFC 5545): one event of a whole day for each retained
/// action with a due date, under a name that stays the same however often it is fetched.
final class PlanCalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Page page;
    private final String address;
    private final Instant now;

    PlanCalendar(Page page, String address, Instant now) {
        this.page = page;
        this.address = address;
        this.now = now;
    }

    String of(Plan plan) {
        var lines = new CalendarLines();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//Asepsie//Plan//" + (page.french() ? "FR" : "EN"));
        lines.add("CALSCALE", "GREGORIAN");
        lines.text(
                "X-WR-CALNAME",
                page.say("followup.calendar.name", plan.facility().name()));
        plan.open().stream()
                .filter(it -> it.wish().status().retained())
                .forEach(action -> action.due().ifPresent(day -> event(lines, plan, action, day)));
        lines.add("END", "VCALENDAR");
        return lines.toString();
    }

    private void event(CalendarLines lines, Plan plan, Action action, LocalDate day) {
        var words = new PlanWords(page, plan.today());
        var title = words.text(action.title());
        var owner = action.wish().owner();
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", plan.facility().id() + "-" + action.id() + "@asepsie");
        lines.add("DTSTAMP", MOMENT.format(now));
        lines.add(
                "LAST-MODIFIED",
                MOMENT.format(action.decision()
                        .map(Decision::version)
                        .map(Decision.Version::at)
                        .orElse(now)));
        lines.add("SEQUENCE", Integer.toString(action.version()));
        lines.add("DTSTART;VALUE=DATE", DAY.format(day));
        lines.add("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
        lines.text("SUMMARY", action.lateOn(plan.today()) ? page.say("followup.calendar.late", title) : title);
        lines.text(
                "DESCRIPTION",
                page.say(
                        "followup.calendar.event",
                        plan.facility().name(),
                        words.status(action),
                        owner.isEmpty() ? page.say("plan.filter.nobody") : owner));
        lines.add("URL", address + "/f/" + plan.facility().id() + "/plan/" + action.id());
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
}
