package org.asepsie.engine.network.proof;

import java.util.List;

/// What the house says may pass. A flow that no line names is forbidden.
public record DeclaredMatrix(List<Flow> flows) {
    public DeclaredMatrix {
        flows = List.copyOf(flows);
    }

    /// @param required whether it must be possible, or only may be
    public record Flow(String from, String to, List<Service> services, boolean required) {
        public Flow {
            services = List.copyOf(services);
        }
    }

    List<Flow> between(Zone from, Zone to) {
        return flows.stream()
                .filter(it -> it.from().equals(from.name()) && it.to().equals(to.name()))
                .toList();
    }
}
