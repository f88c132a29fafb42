package org.asepsie.engine.network.packets;

/// The analysis would need more memory than it was granted. It is given up as a whole: no verdict is
/// guessed.
public final class TooComplex extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooComplex(int limit) {
        super("the rules need more than %d nodes; analyse fewer devices at once, or grant a higher limit"
                .formatted(limit));
    }
}
