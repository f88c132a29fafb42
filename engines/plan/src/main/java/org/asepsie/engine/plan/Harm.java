package org.asepsie.engine.plan;

/// Expected harm over some time, in its own units and weighed together in hours of care.
public record Harm(double careHours, double records, double euros, double weighed) {
    static final Harm NONE = new Harm(0, 0, 0, 0);

    Harm plus(Harm other, double times) {
        return new Harm(
                careHours + times * other.careHours,
                records + times * other.records,
                euros + times * other.euros,
                weighed + times * other.weighed);
    }

    public Harm minus(Harm other) {
        return plus(other, -1);
    }
}
