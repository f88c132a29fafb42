package org.asepsie.app.assessment.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asepsie.app.page.Page;

/// One question by itself.
///
/// @param link the address to give to whoever knows, just made; otherwise an empty string
/// @param refusal the sentence that says why a file was refused, or an empty string
public record SingleQuestionPage(
        QuestionView question,
        List<QuestionView.AnswerView> history,
        String diagnosis,
        String theme,
        String themeAddress,
        String who,
        String link,
        String recipient,
        String refusal) {

    SingleQuestionPage refusing(String reason) {
        return new SingleQuestionPage(question, history, diagnosis, theme, themeAddress, who, link, recipient, reason);
    }

    SingleQuestionPage handedOver(String address, String to) {
        return new SingleQuestionPage(question, history, diagnosis, theme, themeAddress, who, address, to, refusal);
    }

    /// The address that opens the reader's own mail programme with the link in a letter.
    public String mail(Page page) {
        return "mailto:?subject=%s&body=%s"
                .formatted(
                        encoded(page.say("assessment.mail.subject")),
                        encoded(page.say(
                                "assessment.mail.body",
                                recipient,
                                question.words().ask(),
                                link)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
