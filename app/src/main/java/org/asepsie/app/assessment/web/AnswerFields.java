package org.asepsie.app.assessment.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.AnswerRefused;
import org.asepsie.app.assessment.Given;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;

/// The fields of one question in a form that may hold many: each name ends with the question.
record AnswerFields(QuestionId question, Map<String, String> form) {
    private static final Pattern SAID = Pattern.compile("said:([0-3])");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9.]{0,19}");

    static String value(Statement statement) {
        return switch (statement) {
            case Statement.Said(var attainment) -> "said:" + attainment.value();
            case Statement.NotApplicable(var fact) -> "fact:" + fact;
            case Statement.Unknown _ -> "unknown";
        };
    }

    /// Tells a form that was touched from one that only travels along.
    static String trace(String value, String comment) {
        return Integer.toHexString((value + "\n" + comment.strip().replace("\r\n", "\n")).hashCode());
    }

    String value() {
        return field("answer");
    }

    String comment() {
        return field("comment").replace("\r\n", "\n");
    }

    boolean answered() {
        return !value().isEmpty();
    }

    boolean touched() {
        return !trace(value(), comment()).equals(field("was"));
    }

    /// Empty when no answer was chosen.
    ///
    /// @throws AnswerRefused if what was chosen is no answer at all
    Optional<Given> given() {
        if (!answered()) {
            return Optional.empty();
        }
        return Optional.of(
                new Given(question, statement(), comment(), basis(), field("fingerprint"), version(), key()));
    }

    private Statement statement() {
        var value = value();
        var said = SAID.matcher(value);
        if (said.matches()) {
            return new Statement.Said(new Attainment(Integer.parseInt(said.group(1))));
        }
        if (value.startsWith("fact:") && value.length() > 5) {
            return new Statement.NotApplicable(value.substring(5));
        }
        if (value.equals("unknown")) {
            return new Statement.Unknown();
        }
        throw new AnswerRefused("no answer has the form « %s »".formatted(value));
    }

    private Answer.Turn basis() {
        var text = field("basis");
        return text.matches("[0-9]{1,18}") ? new Answer.Turn(Long.parseLong(text)) : Answer.Turn.NONE;
    }

    private String version() {
        var text = field("version");
        if (!VERSION.matcher(text).matches()) {
            throw new AnswerRefused("no version has the form « %s »".formatted(text));
        }
        return text;
    }

    private UUID key() {
        try {
            return UUID.fromString(field("key"));
        } catch (IllegalArgumentException noKey) {
            throw new AnswerRefused("an answer carries a key that the page made");
        }
    }

    private String field(String name) {
        return form.getOrDefault(name + "-" + question.value(), "");
    }
}
