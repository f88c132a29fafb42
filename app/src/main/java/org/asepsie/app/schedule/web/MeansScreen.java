package org.asepsie.app.schedule.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.page.Page;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.BindingDay;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.knowledge.BindingDate;
import org.asepsie.knowledge.RuleSwitch;

/// What an establishment can spend and what binds it: said, or proposed.
///
/// @param proposals the dates that the knowledge proposes and nobody has taken up
public record MeansScreen(Basis basis, MeansForm form, DateForm dateForm, List<BindingDate> proposals, boolean steers) {

    static MeansScreen of(Basis basis, MeansForm form, DateForm dateForm, boolean steers) {
        var audience = Questionnaires.audience(basis.facility().kind());
        var around = basis.catalogue().surroundings();
        Set<String> on = around.switches().stream()
                .filter(RuleSwitch::on)
                .map(RuleSwitch::id)
                .collect(Collectors.toSet());
        var taken = basis.wishes().days().stream()
                .flatMap(it -> it.proposal().stream())
                .collect(Collectors.toSet());
        var open = basis.open().keySet();
        return new MeansScreen(
                basis,
                form,
                dateForm,
                around.planning().dates().stream()
                        .filter(it -> it.isFor(audience) && !taken.contains(it.id()))
                        .filter(it ->
                                it.ruleSwitch().filter(one -> !on.contains(one)).isEmpty())
                        .filter(it -> it.by()
                                .filter(day -> day.isBefore(basis.today()))
                                .isEmpty())
                        .filter(it -> it.measures().stream().anyMatch(open::contains))
                        .toList(),
                steers);
    }

    /// What is left to do, by name.
    public List<MeasureId> open(Page page) {
        var words = new ScheduleWords(page, basis);
        return basis.open().keySet().stream()
                .sorted(Comparator.comparing(words::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /// Those of a date that are still to do.
    public List<MeasureId> open(BindingDate date) {
        return date.measures().stream().filter(basis.open().keySet()::contains).toList();
    }

    /// Where a date falls: within the plan or beyond it.
    public boolean binds(BindingDay day) {
        return basis.index(day.by()).isPresent();
    }
}
