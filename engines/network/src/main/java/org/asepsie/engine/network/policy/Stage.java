package org.asepsie.engine.network.policy;

/// A step of a packet's way through a device. It must get through every step of its [Traffic], in order.
public sealed interface Stage {
    /// Runs a list: filters, translates, marks.
    record Run(String list) implements Stage {}

    /// Here the device looks up the route, so here the leaving interface becomes known: by the
    /// destination as it then is. Lists before it see no leaving interface.
    record Routing() implements Stage {}
}
