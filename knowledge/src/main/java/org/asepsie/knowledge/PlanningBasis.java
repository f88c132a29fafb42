package org.asepsie.knowledge;

import java.util.List;
import java.util.Optional;

/// What a plan by quarter starts from before an establishment has said anything.
public record PlanningBasis(List<UsualMeans> usual, List<BindingDate> dates) {
    static final PlanningBasis NONE = new PlanningBasis(List.of(), List.of());

    public PlanningBasis {
        usual = List.copyOf(usual);
        dates = List.copyOf(dates);
    }

    public Optional<UsualMeans> usual(Category.Family family) {
        return usual.stream().filter(it -> it.families().contains(family)).findFirst();
    }

    static PlanningBasis read(Fields file) {
        var usual = file.blocks("usual").stream().map(UsualMeans::read).toList();
        var dates = file.blocks("dates").stream().map(BindingDate::read).toList();
        file.close();
        return new PlanningBasis(usual, dates);
    }
}
