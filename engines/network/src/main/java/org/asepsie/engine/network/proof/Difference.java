package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Traffic;

/// A group of flows whose fate changed from one configuration to the next.
///
/// @param firm false: the change is possible, the files do not decide it
/// @param witness a packet of the group, with the lines of the new configuration
public record Difference(
        Kind kind,
        Traffic traffic,
        boolean firm,
        List<AddressBlock.Range> from,
        List<AddressBlock.Range> to,
        List<Service> services,
        Witness witness) {
    public Difference {
        from = List.copyOf(from);
        to = List.copyOf(to);
        services = List.copyOf(services);
    }

    public enum Kind {
        OPENED,
        CLOSED
    }
}
