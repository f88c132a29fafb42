package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Traffic;

/// A translation seen from behind: given the packets that pass after it, those that pass before it.
/// Where the device chooses (a pool), `sure` keeps what passes whatever it chooses.
final class Translations {
    private final Device device;
    private final View view;
    private final Sets sets;
    private final Bdd bdd;
    private final Vocabulary vocabulary;

    Translations(Device device, View view, Sets sets, Vocabulary vocabulary) {
        this.device = device;
        this.view = view;
        this.sets = sets;
        this.bdd = sets.bdd();
        this.vocabulary = vocabulary;
    }

    Bounds before(Action.Translate translate, Bounds after) {
        boolean source = translate.side() == Action.Side.SOURCE;
        var port = source ? Field.SOURCE_PORT : Field.DESTINATION_PORT;
        var withPort = translate.ports().map(it -> port(port, it, after)).orElse(after);
        var field = source ? Field.SOURCE : Field.DESTINATION;
        return switch (translate.to()) {
            case Action.Translation.Unchanged _ -> withPort;
            case Action.Translation.Into(var pool) -> into(field, pool, withPort);
            case Action.Translation.Onto(var prefix) -> {
                int cube = sets.leading(field, prefix);
                yield inFamily(
                        prefix.family(),
                        new Bounds(bdd.set(withPort.sure(), cube), bdd.set(withPort.possible(), cube)),
                        withPort);
            }
            case Action.Translation.OwnAddress _ -> source ? ownSource(withPort) : ownDestination(withPort);
        };
    }

    private Bounds port(Field field, PortRange range, Bounds after) {
        int numbers = sets.range(field, range.first(), range.last());
        var changed = oneOf(field, numbers, after);
        int hasPorts = sets.port(field, new PortRange(0, 65_535));
        return new Bounds(
                bdd.choose(hasPorts, changed.sure(), after.sure()),
                bdd.choose(hasPorts, changed.possible(), after.possible()));
    }

    /// Only the addresses of a packet's own family can replace its addresses.
    private Bounds into(Field field, Addresses pool, Bounds after) {
        var result = after;
        for (var family : Family.values()) {
            var own = pool.blocks().stream().filter(it -> it.family() == family).toList();
            if (!own.isEmpty()) {
                result = inFamily(family, oneOf(field, addresses(field, family, own), after), result);
            }
        }
        return result;
    }

    /// The addresses without their family, so that the field alone is tested.
    private int addresses(Field field, Family family, List<AddressBlock> blocks) {
        int set = sets.addresses(field, new Addresses(blocks));
        int level = Field.FAMILY.first();
        return bdd.set(set, bdd.node(level, family == Family.IPV4 ? 1 : 0, family == Family.IPV4 ? 0 : 1));
    }

    private Bounds oneOf(Field field, int choices, Bounds after) {
        int possible = bdd.some(bdd.and(after.possible(), choices), field.first(), field.end());
        int fails = bdd.some(bdd.without(choices, after.sure()), field.first(), field.end());
        return new Bounds(bdd.not(fails), possible);
    }

    private Bounds inFamily(Family family, Bounds changed, Bounds otherwise) {
        int test = sets.family(family);
        return new Bounds(
                bdd.choose(test, changed.sure(), otherwise.sure()),
                bdd.choose(test, changed.possible(), otherwise.possible()));
    }

    /// The source becomes the device's address on the leaving interface; any address where the file
    /// does not tell it.
    private Bounds ownSource(Bounds after) {
        var result = oneOf(Field.SOURCE, Bdd.ALL, after);
        if (view.leaving()) {
            for (var it : device.interfaces()) {
                if (!it.addresses().isEmpty()) {
                    var own = into(Field.SOURCE, hosts(it.addresses()), after);
                    int test = sets.exactly(Field.OUT, vocabulary.number(it.name()));
                    result = new Bounds(
                            bdd.choose(test, own.sure(), result.sure()),
                            bdd.choose(test, own.possible(), result.possible()));
                }
            }
        }
        return result;
    }

    /// The packet is turned to the device itself, so it goes through nothing.
    private Bounds ownDestination(Bounds after) {
        return view.traffic() == Traffic.THROUGH ? Bounds.NONE : oneOf(Field.DESTINATION, Bdd.ALL, after);
    }

    private static Addresses hosts(List<Address> own) {
        return new Addresses(own.stream().map(AddressBlock::host).toList());
    }
}
