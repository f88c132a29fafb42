package org.asepsie.app.schedule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Harm;
import org.asepsie.engine.plan.Line;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Proof;
import org.asepsie.engine.plan.Quarter;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Role;

/// A plan by quarter as it is kept. A file format, told apart from the engine's types on purpose: those may change,
/// this may only grow. What it was made from is not kept here: the same fingerprint stands for the same request.
///
/// @param start the quarter it begins with, as in `2027-1`
public record StoredPlan(
        int format,
        String start,
        List<StoredLine> lines,
        List<StoredQuarter> quarters,
        StoredHarm before,
        StoredHarm after,
        List<String> left,
        StoredProof proof) {
    private static final int FORMAT = 1;

    public record StoredLine(String measure, int start, int finish, boolean must) {}

    public record StoredQuarter(int number, Map<String, Double> days, double euros, StoredHarm perYear) {}

    public record StoredProof(String method, double leastHarm, double gap) {}

    public record StoredHarm(double careHours, double records, double euros, double weighed) {
        static StoredHarm of(Harm harm) {
            return new StoredHarm(harm.careHours(), harm.records(), harm.euros(), harm.weighed());
        }

        Harm harm() {
            return new Harm(careHours, records, euros, weighed);
        }
    }

    static StoredPlan of(org.asepsie.app.plan.Quarter start, Plan plan) {
        return new StoredPlan(
                FORMAT,
                start.toString(),
                plan.lines().stream()
                        .map(it -> new StoredLine(it.measure().value(), it.start(), it.finish(), it.must()))
                        .toList(),
                plan.quarters().stream()
                        .map(it -> new StoredQuarter(
                                it.number(), days(it.days()), it.euros(), StoredHarm.of(it.perYear())))
                        .toList(),
                StoredHarm.of(plan.before()),
                StoredHarm.of(plan.after()),
                plan.left().stream().map(MeasureId::value).toList(),
                new StoredProof(
                        plan.proof().method().name(),
                        plan.proof().leastHarm(),
                        plan.proof().gap()));
    }

    private static Map<String, Double> days(Map<Role, Double> days) {
        var written = new TreeMap<String, Double>();
        days.forEach((role, used) -> written.put(role.id(), used));
        return written;
    }

    /// The plan again, for the request it was made for.
    Plan plan(Request request) {
        return new Plan(
                request,
                lines.stream()
                        .map(it -> new Line(new MeasureId(it.measure), it.start, it.finish, it.must))
                        .toList(),
                quarters.stream().map(StoredPlan::quarter).toList(),
                before.harm(),
                after.harm(),
                left.stream().map(MeasureId::new).toList(),
                new Proof(Proof.Method.valueOf(proof.method), proof.leastHarm, proof.gap));
    }

    /// The same with a bound that was looked for longer.
    StoredPlan proven(double leastHarm) {
        var least = Math.min(Math.max(leastHarm, proof.leastHarm), after.weighed);
        var most = before.weighed - least;
        var gap = most <= 0 ? 0 : (after.weighed - least) / most;
        return new StoredPlan(
                format, start, lines, quarters, before, after, left, new StoredProof(proof.method, least, gap));
    }

    private static Quarter quarter(StoredQuarter stored) {
        var days = new TreeMap<Role, Double>();
        stored.days.forEach((role, used) -> days.put(new Role(role), used));
        return new Quarter(stored.number, days, stored.euros, stored.perYear.harm());
    }
}
