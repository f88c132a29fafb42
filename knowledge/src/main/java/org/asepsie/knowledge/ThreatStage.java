package org.asepsie.knowledge;

/// A stage through which an attack or an outage harms care.
public record ThreatStage(String id, int order, Text label) {
    static ThreatStage read(String id, Fields in) {
        var stage = new ThreatStage(id, in.integer("order", 1, 99), in.here());
        in.close();
        return stage;
    }
}
