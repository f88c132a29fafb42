package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.XmlElement;

/// An interface by the name rules use (`lan`, `opt1`). Addresses obtained by DHCP, PPPoE and the like are not
/// in the file.
record PfInterface(XmlElement element, List<Address> addresses, List<Prefix> networks, boolean dynamic) {
    static Optional<PfInterface> of(XmlElement element, Gaps gaps) {
        var always = element.name().equals("lan") || element.name().equals("wan");
        if (!always && !element.has("enable")) {
            return Optional.empty();
        }
        var addresses = new ArrayList<Address>();
        var networks = new ArrayList<Prefix>();
        var dynamic = false;
        for (var six : new String[] {"", "v6"}) {
            var address = element.text("ipaddr" + six);
            if (address.indexOf('.') > 0 || address.indexOf(':') >= 0) {
                try {
                    networks.add(Prefix.of(address + "/" + element.text("subnet" + six)));
                    addresses.add(Address.of(address));
                } catch (IllegalArgumentException _) {
                    gaps.tell(element.where(), Reason.MALFORMED, element.name() + " ipaddr" + six);
                }
            } else if (!address.isEmpty() && !address.equals("none")) {
                dynamic = true;
            }
        }
        return Optional.of(new PfInterface(element, addresses, networks, dynamic || addresses.isEmpty()));
    }

    String name() {
        return element.name();
    }

    Position where() {
        return element.where();
    }

    /// It leads to other networks: by a gateway of its own, or because a provider hands out its address.
    boolean external() {
        var address = element.text("ipaddr");
        return !element.text("gateway").isEmpty()
                || !address.isEmpty() && address.indexOf('.') < 0 && !address.equals("none");
    }

    Interface finished() {
        var described = element.text("descr");
        return new Interface(
                where(),
                name(),
                described.isEmpty() ? element.text("if") : described,
                Optional.empty(),
                addresses,
                networks,
                Interface.MAIN_TABLE);
    }
}
