package org.asepsie.engine.plan;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import java.util.Optional;

/// Whether OR-Tools is on this machine. Its native library is loaded once, the first time a proof is asked
/// for.
final class Solver {
    private static final boolean HERE = load();

    private Solver() {}

    private static boolean load() {
        try {
            Loader.loadNativeLibraries();
            return true;
        } catch (RuntimeException | LinkageError _) {
            // no library for this system, or a temporary folder from which nothing may run: plans come
            // without it
            return false;
        }
    }

    static Optional<MPSolver> of(String name) {
        return HERE ? Optional.ofNullable(MPSolver.createSolver(name)) : Optional.empty();
    }
}
