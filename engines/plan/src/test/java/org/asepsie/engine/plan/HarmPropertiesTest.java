package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class HarmPropertiesTest {
    private static HarmModel model(Request request) {
        return new HarmModel(request.situation(), request.situation().tasks(), Parameter.Reading.CENTRAL);
    }

    private static double[] some(SplittableRandom random, HarmModel model, int tasks) {
        var state = model.atFirst();
        for (var i = 0; i < tasks; i++) {
            if (random.nextBoolean()) {
                model.add(i, state);
            }
        }
        return state;
    }

    @Property(tries = 200)
    void aMeasureNeverRaisesHarmAndIsWorthLessAfterOthers(
            @ForAll @LongRange(max = 1_000) long seed, @ForAll @IntRange(max = 19) int task) {
        var model = model(Cases.facility(seed, 20, 4, 2, 0.5));
        var few = model.atFirst();
        var many = model.atFirst();
        for (var i = 0; i < 20; i += 2) {
            if (i != task) {
                model.add(i, many);
            }
        }
        var fewBefore = model.weighed(few);
        var manyBefore = model.weighed(many);
        model.add(task, few);
        model.add(task, many);

        var alone = fewBefore - model.weighed(few);
        var after = manyBefore - model.weighed(many);

        assertThat(alone).isGreaterThanOrEqualTo(0);
        assertThat(after).isBetween(0.0, alone + 1e-9);
    }

    /// The bound rests on this: a tangent at one state never lies above the harm at another.
    @Property(tries = 300)
    void aTangentLiesBelowTheHarmEverywhere(@ForAll @LongRange(max = 5_000) long seed) {
        var random = new SplittableRandom(seed);
        var model = model(Cases.facility(seed % 50, 20, 4, 2, 0.5));
        var at = some(random, model, 20);
        var there = some(random, model, 20);
        for (var term = 0; term < model.terms().length; term++) {
            var harm = model.weighed(term, at);
            var tangent = harm;
            var stages = model.terms()[term].stages();
            for (var i = 0; i < stages.length; i++) {
                tangent += model.slope(term, i, harm, at) * (there[stages[i]] - at[stages[i]]);
            }
            assertThat(tangent).isLessThanOrEqualTo(model.weighed(term, there) * (1 + 1e-9));
        }
    }

    @Property(tries = 50)
    void theParametersAreAllThereIsAndEachCanBeOverridden(@ForAll @LongRange(max = 50) long seed) {
        var situation = Cases.facility(seed, 10, 4, 2, 0.5).situation();
        for (var parameter : situation.parameters()) {
            var changed = situation.with(parameter.id(), parameter.range());

            assertThat(changed.parameters()).isEqualTo(situation.parameters());
        }
        assertThat(situation.parameters().stream().map(Parameter::id)).doesNotHaveDuplicates();
    }
}
