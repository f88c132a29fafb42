package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.asepsie.engine.maturity.MeasureId;

/// A request compiled, with everything needed to schedule and to value it.
final class Work {
    final Request request;
    final Instance instance;
    final Windows windows;
    final Value value;

    Work(Request request) {
        this(request, Parameter.Reading.CENTRAL);
    }

    Work(Request request, Parameter.Reading reading) {
        this.request = request;
        instance = new Instance(request);
        windows = new Windows(instance, request);
        value = new Value(instance, new HarmModel(request.situation(), instance.tasks, reading), request.horizon());
    }

    /// The same tasks valued with other parameters.
    Value valued(Parameter.Reading reading) {
        return new Value(instance, new HarmModel(request.situation(), instance.tasks, reading), request.horizon());
    }

    Search search(Value by) {
        return new Search(instance, new Decoder(instance, windows), by);
    }

    int[] nothing() {
        var finish = new int[instance.size()];
        java.util.Arrays.fill(finish, Decoder.NEVER);
        return finish;
    }

    /// The schedule of a plan made for the same tasks.
    int[] finishOf(Plan plan) {
        var finish = nothing();
        for (var line : plan.lines()) {
            var task = instance.of(line.measure());
            if (task >= 0) {
                finish[task] = line.finish();
            }
        }
        return finish;
    }

    Plan plan(int[] finish, Proof proof) {
        var lines = IntStream.range(0, finish.length)
                .filter(i -> finish[i] >= 0)
                .mapToObj(i -> new Line(
                        instance.tasks.get(i).id(), instance.start(i, finish[i]), finish[i], windows.mandatory(i)))
                .sorted(Comparator.comparingInt(Line::finish).thenComparing(Line::measure))
                .toList();
        var left = IntStream.range(0, finish.length)
                .filter(i -> finish[i] < 0)
                .mapToObj(i -> instance.tasks.get(i).id())
                .toList();
        return new Plan(
                request, lines, quarters(finish), value.over(nothing()), value.over(finish), List.copyOf(left), proof);
    }

    private List<Quarter> quarters(int[] finish) {
        var harm = value.byQuarter(finish);
        var used = used(finish);
        var quarters = new ArrayList<Quarter>();
        for (var t = 0; t < instance.quarters; t++) {
            var days = new TreeMap<Role, Double>();
            for (var r = 0; r < instance.roles.size(); r++) {
                days.put(instance.roles.get(r), used[r][t] / 100.0);
            }
            var euros = 0.0;
            for (var i = 0; i < finish.length; i++) {
                euros += finish[i] >= 0 && instance.start(i, finish[i]) == t ? instance.euros[i] : 0;
            }
            quarters.add(new Quarter(t, days, euros, harm[t]));
        }
        return quarters;
    }

    /// Each role does its work in the order of finishes, with all the days it has, until nothing is left.
    private long[][] used(int[] finish) {
        var used = new long[instance.roles.size()][instance.quarters];
        for (var r = 0; r < used.length; r++) {
            var whole = 0L;
            for (var i = 0; i < finish.length; i++) {
                whole += finish[i] >= 0 ? instance.days[i][r] : 0;
            }
            for (var t = 0; t < instance.quarters; t++) {
                var had = t == 0 ? 0 : instance.daysUpTo[r][t - 1];
                used[r][t] = Math.min(whole, instance.daysUpTo[r][t]) - Math.min(whole, had);
            }
        }
        return used;
    }

    MeasureId id(int task) {
        return instance.tasks.get(task).id();
    }
}
