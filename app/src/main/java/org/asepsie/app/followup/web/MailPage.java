package org.asepsie.app.followup.web;

import java.util.List;
import org.asepsie.app.page.Page;

/// The mail server, as its administrator sees it.
///
/// @param whole whether the person administers the whole installation: nobody else sees or changes the server
/// @param refusal what the server said when the test letter could not leave, or an empty string
public record MailPage(
        boolean whole,
        boolean set,
        boolean hasPassword,
        MailForm form,
        List<MailForm.Mistake> mistakes,
        String refusal) {
    public String error(String field, Page page) {
        return mistakes.stream()
                .filter(it -> it.field().equals(field))
                .map(it -> page.say(it.key()))
                .findFirst()
                .orElse("");
    }
}
