package org.asepsie.app.plan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Tone;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Effort;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Proving;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Status;
import org.asepsie.engine.maturity.Score;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Text;
import org.springframework.modulith.NamedInterface;

/// Says plans and actions in the words of the page's language.
@NamedInterface("words")
public record PlanWords(Page page, LocalDate today) {
    /// What is known needs no renewal: no date is shown for it.
    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    public String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }

    public String texts(List<Text> texts) {
        return texts.stream().map(this::text).collect(Collectors.joining(page.french() ? "\u202f; " : "; "));
    }

    /// Why it matters, in one or two sentences.
    public String why(Action action) {
        return switch (action.advice()) {
            case Advice.Carry(var measure, var _) -> text(measure.why());
            case Advice.FindOut _ -> page.say("plan.why.find-out");
            case Advice.Advance(var _, var question, var from) ->
                page.say("plan.why.advance", aim(question, from.value() + 1));
            case Advice.Keep(var _, var proving) -> keep(proving);
            case Advice.Renew(var _, var _, var until) -> page.say("plan.why.renew", page.date(until));
            case Advice.Answer answer -> page.say("plan.why.answer", answer.left());
            case Advice.Review _ -> page.say("plan.why.review");
            case Advice.Found(var task) -> text(task.why());
            case Advice.Forgotten _ -> page.say("plan.why.forgotten");
        };
    }

    private String keep(Proving proving) {
        return switch (proving) {
            case Proving.Proven(var until) -> page.say("plan.why.keep.ends", page.date(until));
            case Proving.Lapsed(var since, var what) -> page.say("plan.why.keep.lapsed", page.date(since), texts(what));
            case Proving.Contradicted(var seen, var what) ->
                page.say("plan.why.keep.contradicted", page.date(seen), texts(what));
            case Proving.NotYet _ -> page.say("plan.why.keep.not-yet");
        };
    }

    private String aim(Question question, int attainment) {
        return question.options().stream()
                .filter(it -> it.attainment().value() == attainment)
                .findFirst()
                .map(it -> text(it.text()))
                .orElse("");
    }

    /// Who does it, or whom to ask.
    public String who(Action action) {
        return switch (action.advice()) {
            case Advice.Carry(var measure, var _) ->
                page.say("plan.who." + measure.doing().who().name().toLowerCase(Locale.ROOT));
            case Advice.FindOut(var _, var question) -> text(question.findOut().who());
            case Advice.Advance(var _, var question, var _) ->
                text(question.findOut().who());
            case Advice.Renew(var _, var question, var _) ->
                text(question.findOut().who());
            case Advice.Keep(var measure, var _) ->
                page.say("plan.who." + measure.doing().who().name().toLowerCase(Locale.ROOT));
            case Advice.Answer _, Advice.Review _ -> page.say("plan.who.direction");
            case Advice.Found _ -> page.say("plan.who.it");
            case Advice.Forgotten _ -> "";
        };
    }

    /// The steps to follow.
    public List<String> how(Action action) {
        return switch (action.advice()) {
            case Advice.Carry(var measure, var _) ->
                measure.how().stream().map(this::text).toList();
            case Advice.FindOut(var _, var question) ->
                List.of(
                        page.say("plan.how.ask", text(question.findOut().who())),
                        text(question.findOut().look()),
                        page.say("plan.how.note"));
            case Advice.Advance(var _, var question, var from) ->
                List.of(page.say("plan.how.aim", aim(question, from.value() + 1)), page.say("plan.how.note"));
            case Advice.Keep(var _, var proving) -> keepSteps(proving);
            case Advice.Renew _ -> List.of(page.say("plan.how.renew"), page.say("plan.how.attach"));
            case Advice.Answer answer -> List.of(page.say("plan.how.answer", answer.minutes()));
            case Advice.Review _ -> List.of(page.say("plan.how.review"));
            case Advice.Found(var task) -> task.how().stream().map(this::text).toList();
            case Advice.Forgotten _ -> List.of();
        };
    }

    /// Where to write down what was found, below the address of the facility; empty when there is nothing to
    /// answer.
    public String link(Action action) {
        return switch (action.advice()) {
            case Advice.FindOut(var _, var question) -> "/questions/" + question.id();
            case Advice.Advance(var _, var question, var _) -> "/questions/" + question.id();
            case Advice.Renew(var _, var question, var _) -> "/questions/" + question.id();
            case Advice.Answer(var framework, var _) -> "/diagnosis/" + framework.id();
            case Advice.Review _ -> "/diagnosis";
            case Advice.Carry _, Advice.Keep _, Advice.Found _, Advice.Forgotten _ -> "";
        };
    }

    /// Tenths of a level, rounded down.
    public String score(Score score) {
        return page.number(score.tenths() / 10.0, 1);
    }

    private List<String> keepSteps(Proving proving) {
        var check = page.say("plan.how.check");
        var attach = page.say("plan.how.attach");
        return switch (proving) {
            case Proving.NotYet(var what)
            when !what.isEmpty() -> List.of(check, page.say("plan.how.show", texts(what)), attach);
            case Proving.Lapsed(var _, var what) -> List.of(check, page.say("plan.how.show", texts(what)), attach);
            case Proving.NotYet _, Proving.Proven _, Proving.Contradicted _ -> List.of(check, attach);
        };
    }

    public String effort(Effort effort) {
        return amounts().effort(effort);
    }

    public String days(double days) {
        return amounts().days(days);
    }

    public String cost(Effort effort) {
        return amounts().cost(effort);
    }

    private EffortWords amounts() {
        return new EffortWords(page);
    }

    public String sum(Plan.Sum sum) {
        var count = page.say(sum.actions() == 1 ? "plan.sum.one" : "plan.sum.many", sum.actions());
        return page.say(
                "plan.sum",
                count,
                days(Math.round(sum.days() * 2) / 2.0),
                amounts().euros(sum.eurosLow(), sum.eurosHigh()));
    }

    /// « 1er trimestre 2027 ».
    public String quarter(Quarter quarter) {
        return page.say("plan.quarter." + quarter.number(), Integer.toString(quarter.year()));
    }

    public Tone tone(Action action) {
        return switch (action.stage()) {
            case PROVEN -> Tone.PROVEN;
            case UNPROVEN -> action.proving() instanceof Proving.NotYet ? Tone.SAID : Tone.ATTENTION;
            case DISMISSED -> Tone.PLAIN;
            case OPEN ->
                action.lateOn(today) ? Tone.ATTENTION : action.wish().status().retained() ? Tone.INFO : Tone.PLAIN;
        };
    }

    public String status(Action action) {
        return switch (action.stage()) {
            case PROVEN -> page.say("plan.stage.proven");
            case UNPROVEN -> page.say("plan.stage.unproven");
            case DISMISSED, OPEN -> status(action.wish().status());
        };
    }

    public String status(Status status) {
        return page.say("plan.status." + status.code());
    }

    /// What evidence says, in one sentence; nothing for what nobody claims.
    public String proving(Action action) {
        if (!link(action).isEmpty() && action.proving() instanceof Proving.NotYet) {
            return page.say("plan.proving.answer");
        }
        return switch (action.proving()) {
            case Proving.Proven(var until) when until.isAfter(FAR) -> page.say("plan.proving.known");
            case Proving.Proven(var until) -> page.say("plan.proving.proven", page.date(until));
            case Proving.Lapsed(var since, var what) -> page.say("plan.proving.lapsed", page.date(since), texts(what));
            case Proving.Contradicted(var seen, var what) ->
                page.say("plan.proving.contradicted", page.date(seen), texts(what));
            case Proving.NotYet(var what) ->
                what.isEmpty() ? page.say("plan.proving.attach") : page.say("plan.proving.not-yet", texts(what));
        };
    }

    public String due(Action action) {
        return action.due()
                .map(it -> page.say(action.lateOn(today) ? "plan.due.late" : "plan.due", page.date(it)))
                .orElse("");
    }
}
