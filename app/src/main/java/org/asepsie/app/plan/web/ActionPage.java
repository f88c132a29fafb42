package org.asepsie.app.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Effect;
import org.asepsie.app.plan.Entry;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Wish;
import org.asepsie.knowledge.Text;

/// One action, all that is known of it and all that was said of it.
///
/// @param prerequisites what must come before, with how it stands
/// @param proofs what would prove it
/// @param form as the person left it
public record ActionPage(
        Plan plan,
        Action action,
        List<Aid> aids,
        List<Effect> effects,
        List<Prerequisite> prerequisites,
        List<Need> proofs,
        List<Entry> history,
        DecisionForm form,
        List<DecisionForm.Mistake> mistakes,
        PlanPage.Marks marks,
        Rights rights) {
    private static final int QUARTERS_AHEAD = 8;

    /// @param address of its own page
    /// @param inPlace whether the answers or the evidence say that it is there
    public record Prerequisite(Text title, String address, boolean inPlace) {}

    /// @param freshMonths how long one value is believed
    public record Need(Text title, Text meaning, int freshMonths) {}

    /// @param key for the forms beside the first one
    public record Rights(boolean steers, boolean comments, UUID key) {}

    public List<Quarter> quarters() {
        return IntStream.range(0, QUARTERS_AHEAD)
                .mapToObj(it -> plan.quarter().plus(it))
                .toList();
    }

    public List<FieldError> errors(Page page) {
        return mistakes.stream()
                .map(it -> new FieldError(it.field(), page.say(it.key())))
                .toList();
    }

    public String error(String field, Page page) {
        return mistakes.stream()
                .filter(it -> it.field().equals(field))
                .map(it -> page.say(it.key()))
                .findFirst()
                .orElse("");
    }

    public List<Entry> comments() {
        return history.stream().filter(it -> it.kind() == Entry.Kind.COMMENT).toList();
    }

    public List<Entry> files() {
        return history.stream().filter(it -> it.kind() == Entry.Kind.FILE).toList();
    }

    public List<Entry> changes() {
        return history.stream()
                .filter(it -> it.kind() != Entry.Kind.COMMENT)
                .toList()
                .reversed();
    }

    public List<String> owners() {
        return PlanPage.owners(plan);
    }

    /// Two people changed the same thing: both versions, side by side.
    ///
    /// @param yours what the person typed, ready to be sent again over what the other did
    public record Both(Action action, LocalDate today, Outcome.Contested contested, DecisionForm yours) {
        public boolean on(Wish.Part part) {
            return contested.parts().contains(part);
        }
    }
}
