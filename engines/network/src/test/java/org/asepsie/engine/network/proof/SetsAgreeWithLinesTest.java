package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ways of judging that share no code but the policy: packet sets folded from the end, and one packet
/// followed line by line. On random policies with jumps, gotos, returns, marks, translations, several
/// stages and unknown matches they must say the same of every packet.
class SetsAgreeWithLinesTest {
    private static final String[] INTERFACES = {"lan", "wan", "dmz0", "dmz1", "other"};
    private static final String[] PATTERNS = {"lan", "wan", "dmz*", "*", "none"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void onRandomPolicies(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var device = new RandomPolicy(random).device();
            for (var traffic : Traffic.values()) {
                var ways = new Ways(List.of(device), 5_000_000);
                var bounds = ways.through(device, traffic, Bounds.ALL, false);
                for (int i = 0; i < 40; i++) {
                    var packet = packet(random, traffic);
                    int in = packet.in().map(ways.vocabulary()::number).orElse(0);
                    int out = packet.out().map(ways.vocabulary()::number).orElse(0);
                    boolean sure = ways.sets().holds(bounds.sure(), packet, in, out);
                    boolean possible = ways.sets().holds(bounds.possible(), packet, in, out);

                    var found = new Tracer(device, traffic).follow(packet);

                    assertThat(found.passing().isPresent())
                            .as("%s %s may pass on %s", traffic, packet, device)
                            .isEqualTo(possible);
                    assertThat(found.stopping().isEmpty())
                            .as("%s %s surely passes on %s", traffic, packet, device)
                            .isEqualTo(sure);
                }
            }
        }
    }

    private static Packet packet(Random random, Traffic traffic) {
        boolean ipv6 = random.nextInt(4) == 0;
        int protocol = new int[] {6, 17, 1, 58, 47}[random.nextInt(5)];
        return new Packet(
                traffic == Traffic.FROM_DEVICE ? Optional.empty() : Optional.of(INTERFACES[random.nextInt(5)]),
                traffic == Traffic.TO_DEVICE ? Optional.empty() : Optional.of(INTERFACES[random.nextInt(5)]),
                address(random, ipv6),
                address(random, ipv6),
                protocol,
                random.nextInt(4),
                random.nextInt(12));
    }

    private static Address address(Random random, boolean ipv6) {
        return ipv6 ? Address.v6(0x20010db8L << 32, random.nextInt(16)) : Address.v4(10 << 24 | random.nextInt(16));
    }

    /// Lists of rules over sixteen addresses and a dozen ports, so that rules meet.
    private record RandomPolicy(Random random) {
        Device device() {
            Map<String, RuleList> lists = new LinkedHashMap<>();
            int count = 3 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                lists.put("list" + i, list(i, count, i < 2));
            }
            var ways = new EnumMap<Traffic, List<Stage>>(Traffic.class);
            for (var traffic : Traffic.values()) {
                ways.put(traffic, List.of(new Stage.Run("list0"), new Stage.Routing(), new Stage.Run("list1")));
            }
            return new Device("random", "test", List.of(), List.of(), lists, ways);
        }

        private RuleList list(int number, int count, boolean base) {
            var rules = new ArrayList<Rule>();
            int size = 1 + random.nextInt(7);
            for (int line = 1; line <= size; line++) {
                rules.add(Rule.written(
                        new Position("random", number * 100 + line), "rule", match(2), action(number, count)));
            }
            var ending = base
                    ? random.nextBoolean() ? RuleList.Ending.ACCEPT : RuleList.Ending.DROP
                    : RuleList.Ending.RETURN;
            return new RuleList("list" + number, new Position("random", number * 100), rules, ending);
        }

        private Action action(int number, int count) {
            var later =
                    "list" + (Math.max(number, 1) + 1 + random.nextInt(Math.max(1, count - Math.max(number, 1) - 1)));
            return switch (random.nextInt(14)) {
                case 0, 1, 2 -> Action.ACCEPT;
                case 3, 4, 5 -> Action.DROP;
                case 6 -> Action.RETURN;
                case 7, 8, 9 -> new Action.Jump(later);
                case 10 -> new Action.Goto(later);
                case 11 -> new Action.Mark("m" + random.nextInt(2));
                case 12 ->
                    new Action.Translate(
                            random.nextBoolean() ? Action.Side.SOURCE : Action.Side.DESTINATION,
                            new Action.Translation.Into(Addresses.of(AddressBlock.host(address(random, false)))),
                            random.nextBoolean() ? Optional.empty() : Optional.of(PortRange.of(random.nextInt(12))));
                default -> random.nextBoolean() ? Action.CONTINUE : new Action.Undecided(Reason.UNKNOWN_ACTION, "?");
            };
        }

        private Match match(int depth) {
            return switch (random.nextInt(depth == 0 ? 9 : 12)) {
                case 0 -> new Match.Source(some());
                case 1 -> new Match.Destination(some());
                case 2 -> new Match.Protocol(new int[] {6, 17, 1}[random.nextInt(3)]);
                case 3 -> new Match.DestinationPort(range(12));
                case 4 -> new Match.EntersBy(PATTERNS[random.nextInt(5)]);
                case 5 -> new Match.LeavesBy(PATTERNS[random.nextInt(5)]);
                case 6 -> new Match.Marked("m" + random.nextInt(2));
                case 7 -> random.nextBoolean() ? new Match.Icmp(range(12), range(4)) : new Match.SourcePort(range(4));
                case 8 ->
                    random.nextInt(3) == 0
                            ? new Match.Unknown(Reason.RATE, "limit")
                            : new Match.OfFamily(random.nextBoolean() ? Family.IPV4 : Family.IPV6);
                case 9 -> new Match.Not(match(depth - 1));
                case 10 -> new Match.All(List.of(match(depth - 1), match(depth - 1)));
                default -> new Match.OneOf(List.of(match(depth - 1), match(depth - 1)));
            };
        }

        private PortRange range(int below) {
            int first = random.nextInt(below);
            return new PortRange(first, first + random.nextInt(below - first));
        }

        private Addresses some() {
            var first = address(random, random.nextInt(4) == 0);
            return switch (random.nextInt(3)) {
                case 0 -> Addresses.of(AddressBlock.host(first));
                case 1 ->
                    Addresses.of(new AddressBlock.Masked(
                            first, first.family() == Family.IPV4 ? Address.v4(0xFFFF_FFF5) : Address.v6(-1L, -11L)));
                default -> {
                    var other = address(random, first.family() == Family.IPV6);
                    boolean rising = first.compareTo(other) <= 0;
                    yield Addresses.of(new AddressBlock.Range(rising ? first : other, rising ? other : first));
                }
            };
        }
    }
}
