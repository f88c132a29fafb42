package org.asepsie.engine.plan;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.Measure;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.maturity.ThemeId;

/// Finds the least effort that reaches an [Aim]: days plus money at a day's worth, middle of each range.
/// The published formula of the maturity engine, products included, is written in whole numbers for CP-SAT,
/// and the answer is checked by that engine itself, which rounds: when rounding is what is missing, it is
/// asked for a hair more.
public final class SmallestPlan {
    private static final int INDEX_SCALE = 1_000_000;
    private static final double SECONDS = 5;
    private static final int HAIRS = 10;
    private static final int EUROS_PER_DAY = 400;

    private final Outlook outlook;
    private final Map<MeasureId, Measure> offered = new LinkedHashMap<>();
    private final Map<MeasureId, BoolVar> chosen = new LinkedHashMap<>();
    private CpModel model = new CpModel();

    /// @param measures what is on offer and not refused; those in place already cost nothing and are left
    ///     out
    public SmallestPlan(Outlook outlook, List<Measure> measures) {
        this.outlook = outlook;
        measures.stream()
                .filter(outlook::lacks)
                .sorted(java.util.Comparator.comparing(Measure::id))
                .forEach(it -> offered.put(it.id(), it));
    }

    public Smallest reach(Aim aim) {
        if (reached(aim, List.of())) {
            return new Smallest.Reached(List.of(), 0, 0, true);
        }
        if (!reached(aim, List.copyOf(offered.values()))) {
            return new Smallest.OutOfReach(outlook.closedGates(offered.values()).stream()
                    .map(it -> it.topic().value())
                    .toList());
        }
        if (Solver.of("GLOP").isEmpty()) {
            return new Smallest.Unknown();
        }
        for (var hair = 0; hair < HAIRS; hair++) {
            var solver = solved(aim, hair);
            if (solver.status == CpSolverStatus.OPTIMAL || solver.status == CpSolverStatus.FEASIBLE) {
                var measures = offered.values().stream()
                        .filter(it -> solver.solver.booleanValue(variable(it.id())))
                        .toList();
                if (reached(aim, measures)) {
                    return answer(measures, solver.status == CpSolverStatus.OPTIMAL);
                }
            }
        }
        return answer(List.copyOf(offered.values()), false);
    }

    private static Smallest.Reached answer(List<Measure> measures, boolean proven) {
        return new Smallest.Reached(
                measures.stream().map(Measure::id).toList(),
                measures.stream().mapToDouble(it -> it.means().days().middle()).sum(),
                measures.stream().mapToDouble(it -> it.means().euros().middle()).sum(),
                proven);
    }

    private boolean reached(Aim aim, List<Measure> measures) {
        return switch (aim) {
            case Aim.Level(var level) -> outlook.after(measures).level() >= level;
            case Aim.MustHaves() -> outlook.closedGates(measures).isEmpty();
        };
    }

    private record Solved(CpSolver solver, CpSolverStatus status) {}

    private Solved solved(Aim aim, int hair) {
        model = new CpModel();
        chosen.clear();
        offered.keySet().forEach(it -> chosen.put(it, model.newBoolVar(it.value())));
        prerequisites();
        gates(aim);
        if (aim instanceof Aim.Level(var level)) {
            index(outlook.instrument().thresholds().get(level - 1) + hair / 1000.0);
        }
        var effort = LinearExpr.newBuilder();
        offered.forEach((id, it) -> effort.addTerm(variable(id), effort(it)));
        model.minimize(effort);
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(SECONDS);
        return new Solved(solver, solver.solve(model));
    }

    private BoolVar variable(MeasureId id) {
        return java.util.Objects.requireNonNull(chosen.get(id));
    }

    /// Hundredths of a day; never nothing, so that no measure comes along for free.
    private static long effort(Measure measure) {
        var means = measure.means();
        return Math.max(
                1, Math.round(100 * (means.days().middle() + means.euros().middle() / EUROS_PER_DAY)));
    }

    private void prerequisites() {
        offered.forEach((id, it) -> it.prerequisites().stream()
                .filter(offered::containsKey)
                .forEach(needed -> model.addImplication(variable(id), variable(needed))));
    }

    private void gates(Aim aim) {
        for (var item : outlook.closedGates(List.of())) {
            var gate = item.gate().orElseThrow();
            if (!(aim instanceof Aim.Level(var level)) || gate.level() <= level) {
                model.addBoolOr(raising(item, gate.attainment().value()));
            }
        }
    }

    private Literal[] raising(Item item, int to) {
        return offered.values().stream()
                .filter(it -> it.raises().stream()
                        .anyMatch(raise ->
                                raise.topic().equals(item.topic()) && raise.to().value() >= to))
                .map(it -> variable(it.id()))
                .toArray(Literal[]::new);
    }

    /// `Σ themes weight · 100 · e · (0.6 + 0.4 · r)` ≥ threshold · Σ weights, over the themes in which
    /// something applies.
    private void index(double threshold) {
        var sums = new LinkedHashMap<ThemeId, Sums>();
        for (var item : outlook.instrument().items()) {
            outlook.attainment(item.topic())
                    .ifPresent(it ->
                            sums.computeIfAbsent(item.theme(), _ -> new Sums()).add(item, it.value()));
        }
        var total = LinearExpr.newBuilder();
        var weights = 0;
        for (var theme : outlook.instrument().themes()) {
            var sum = sums.get(theme.id());
            if (sum != null) {
                sum.addTo(total, theme.weight());
                weights += theme.weight();
            }
        }
        model.addGreaterOrEqual(total, (long) Math.floor(threshold * weights * INDEX_SCALE));
    }

    /// The weighted attainments of one theme, essential and other.
    private final class Sums {
        private final LinearExprBuilder essential = LinearExpr.newBuilder();
        private final LinearExprBuilder other = LinearExpr.newBuilder();
        private int mostEssential;
        private int mostOther;

        void add(Item item, int now) {
            var sum = item.essential() ? essential : other;
            sum.add((long) item.weight() * now);
            for (var value = now + 1; value <= 3; value++) {
                var raised = model.newBoolVar("");
                var by = new ArrayList<>(List.of(raising(item, value)));
                by.add(raised.not());
                model.addBoolOr(by);
                sum.addTerm(raised, item.weight());
            }
            if (item.essential()) {
                mostEssential += 3 * item.weight();
            } else {
                mostOther += 3 * item.weight();
            }
        }

        void addTo(LinearExprBuilder total, int weight) {
            var scale = 100.0 * weight * INDEX_SCALE;
            if (mostEssential == 0) {
                total.addTerm(whole(other, mostOther), Math.round(scale / mostOther));
            } else if (mostOther == 0) {
                total.addTerm(whole(essential, mostEssential), Math.round(scale / mostEssential));
            } else {
                var e = whole(essential, mostEssential);
                var r = whole(other, mostOther);
                var product = model.newIntVar(0, (long) mostEssential * mostOther, "");
                model.addMultiplicationEquality(product, e, r);
                total.addTerm(e, Math.round(scale * 0.6 / mostEssential));
                total.addTerm(product, Math.round(scale * 0.4 / mostEssential / mostOther));
            }
        }

        private com.google.ortools.sat.IntVar whole(LinearExprBuilder sum, int most) {
            var value = model.newIntVar(0, most, "");
            model.addEquality(value, sum);
            return value;
        }
    }
}
