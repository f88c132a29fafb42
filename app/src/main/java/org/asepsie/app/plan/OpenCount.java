package org.asepsie.app.plan;

/// Where the decided actions of one facility stand, for those who look at many.
///
/// @param late retained, and past their due date
/// @param done said to be done; `proven` of them by evidence in date
public record OpenCount(int planned, int underWay, int late, int done, int proven) {
    public static final OpenCount NONE = new OpenCount(0, 0, 0, 0, 0);

    public int open() {
        return planned + underWay;
    }
}
