package org.asepsie.benchmark.directory;

import java.util.concurrent.TimeUnit;
import org.asepsie.engine.directory.graph.ChokePoints;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.graph.MinimumCut;
import org.asepsie.engine.directory.graph.Prices;
import org.asepsie.engine.directory.graph.Reach;
import org.asepsie.engine.directory.graph.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The questions about attack paths on graphs of growing size (nodes × edges).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1536m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class DirectoryQuestions {
    @Param({"1000x25000", "10000x250000", "100000x2500000"})
    public String size = "";

    private DenseGraph dense = DenseGraph.of(100, 1000, 1);

    @Setup
    public void make() {
        var parts = size.split("x", 2);
        dense = DenseGraph.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 1);
    }

    /// Q1 and Q2: who reaches the top, how far, and by which way.
    @Benchmark
    public int reach() {
        return Reach.of(dense.graph(), dense.top()).count(dense.principals());
    }

    /// Q3: choke points, nodes and units.
    @Benchmark
    public int chokePoints() {
        return ChokePoints.of(dense.graph(), dense.top(), dense.principals())
                .nodes()
                .size();
    }

    /// Q4: the cheapest cut.
    @Benchmark
    public Cut cut() {
        return MinimumCut.of(
                dense.graph(),
                dense.principals(),
                dense.top(),
                Prices.even(dense.graph().units()));
    }

    /// Q5: what removing one unit would do.
    @Benchmark
    public int whatIf() {
        return Reach.of(dense.graph(), dense.top(), Scenario.AS_IT_IS.withoutUnits(17))
                .count(dense.principals());
    }
}
