package org.asepsie.app.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asepsie.app.access.Actor;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.web.EntryWords;
import org.asepsie.app.plan.web.PlanWords;
import org.springframework.web.util.HtmlUtils;

/// Writes the letter that reminds a person, in their language. It names actions and days, never what was found.
final class ReminderLetter {
    private final Page page;
    private final String address;

    ReminderLetter(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /// @param dues of at least one facility, each with at least one item
    Letter of(Actor.Person person, List<Due> dues, java.time.LocalDate today) {
        var words = new PlanWords(page, today);
        var plain = new ArrayList<String>();
        var html = new ArrayList<String>();
        plain.add(page.say("followup.letter.hello", person.name()));
        html.add("<p>" + escaped(page.say("followup.letter.hello", person.name())) + "</p>");
        for (var due : dues) {
            plain.add("");
            plain.add(due.facility().name());
            html.add("<h2>" + escaped(due.facility().name()) + "</h2><ul>");
            for (var item : due.items()) {
                var link = address + "/f/" + due.facility().id() + "/plan/"
                        + item.action().id();
                var title = words.text(item.action().title());
                var said = sentence(item, words);
                plain.add("- %s. %s".formatted(title, said));
                plain.add("  " + link);
                html.add("<li><a href=\"%s\">%s</a>. %s</li>".formatted(escaped(link), escaped(title), escaped(said)));
            }
            html.add("</ul>");
        }
        var end = page.say("followup.letter.end", address + "/account/reminders");
        plain.add("");
        plain.add(end);
        html.add("<p>" + escaped(end) + "</p>");
        return new Letter(
                person.email(),
                subject(dues),
                String.join("\r\n", plain) + "\r\n",
                "<!doctype html><html lang=\"%s\"><body>%s</body></html>"
                        .formatted(page.language().code(), String.join("", html)));
    }

    private String subject(List<Due> dues) {
        var items = dues.stream().flatMap(it -> it.items().stream()).toList();
        var late = items.stream().filter(it -> it.kind() == Due.Kind.LATE).count();
        var place =
                dues.size() == 1 ? dues.getFirst().facility().name() : page.say("followup.letter.places", dues.size());
        return page.say("followup.letter.subject", items.size(), late, place);
    }

    private String sentence(Due.Item item, PlanWords words) {
        var owner = item.action().wish().owner();
        var who = owner.isEmpty() ? "" : " " + page.say("followup.letter.owner", owner);
        var key = "followup.letter." + item.kind().name().toLowerCase(Locale.ROOT);
        return switch (item.kind()) {
            case LATE, SOON -> page.say(key, item.action().due().map(page::date).orElse("")) + who;
            case REOPENED ->
                page.say(
                                key,
                                item.reopened()
                                        .map(it -> EntryWords.reopening(it.why(), words))
                                        .orElse(""))
                        + who;
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
