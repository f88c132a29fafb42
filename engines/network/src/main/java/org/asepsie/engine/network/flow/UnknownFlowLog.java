package org.asepsie.engine.network.flow;

/// The file as a whole is no log that is understood: nothing of it was counted.
public final class UnknownFlowLog extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownFlowLog(String file, String problem) {
        super("%s: %s".formatted(file, problem));
    }
}
