package org.asepsie.engine.network.proof;

/// Lists that call lists that call lists: unfolded, the rules are too many. The analysis is given up as
/// a whole.
public final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps(String device, long steps) {
        super("%s: its lists call one another so often that they unfold to more than %d rules"
                .formatted(device, steps));
    }
}
