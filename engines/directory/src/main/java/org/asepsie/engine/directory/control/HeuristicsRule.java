package org.asepsie.engine.directory.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Source.Partition;

/// `dSHeuristics` ([MS-ADTS] 6.1.1.2.4.1.2): one character a setting, counted from 1; a short text leaves the rest at
/// 0.
final class HeuristicsRule {
    static final String POINT = "dsheuristics_bad";
    static final Rule RULE = new Rule(POINT, List.of(new Read()), HeuristicsRule::failing);

    private static final int ANONYMOUS_LDAP = 7;
    private static final int ANONYMOUS_NSPI = 8;
    private static final int ADMIN_SD_MASK = 16;
    private static final int UNIQUE_NAMES_UNCHECKED = 21;
    private static final int CHECKS_ON_ADD = 28;
    private static final int BLOCK_OWNER_RIGHTS = 29;

    private HeuristicsRule() {}

    /// The configuration partition, or a collector that brings the attribute.
    record Read() implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.tells(Attribute.HEURISTICS) || new Covered(Partition.CONFIGURATION).met(forest);
        }
    }

    private static Stream<Finding> failing(Examination it) {
        if (!new Read().met(it.forest())) {
            return Stream.empty();
        }
        var holders = it.all()
                .filter(object -> it.forest().has(object, Attribute.HEURISTICS)
                        || it.named(object, "CN=Directory Service,CN=Windows NT,CN=Services,"))
                .toArray();
        var objects = holders.length > 0 ? IntStream.of(holders) : it.domains().limit(1);
        return objects.boxed()
                .flatMap(object -> settings(
                        object, it.forest().text(object, Attribute.HEURISTICS).orElse("")));
    }

    private static Stream<Finding> settings(int object, String text) {
        var found = new ArrayList<Finding>();
        add(found, object, text, ANONYMOUS_NSPI, at(text, ANONYMOUS_NSPI) != '0' ? 1 : 0);
        add(found, object, text, ADMIN_SD_MASK, at(text, ADMIN_SD_MASK) != '0' ? 1 : 0);
        add(found, object, text, ANONYMOUS_LDAP, at(text, ANONYMOUS_LDAP) == '2' ? 2 : 0);
        add(found, object, text, UNIQUE_NAMES_UNCHECKED, at(text, UNIQUE_NAMES_UNCHECKED) != '0' ? 2 : 0);
        for (var position : new int[] {CHECKS_ON_ADD, BLOCK_OWNER_RIGHTS}) {
            add(found, object, text, position, at(text, position) == '1' ? 0 : at(text, position) == '2' ? 2 : 4);
        }
        return found.stream();
    }

    private static void add(List<Finding> found, int object, String text, int position, int level) {
        if (level > 0) {
            found.add(new Finding(
                    object,
                    "%s[%d] = %s".formatted(Attribute.HEURISTICS.label(), position, at(text, position)),
                    level));
        }
    }

    private static char at(String text, int position) {
        return position <= text.length() ? text.charAt(position - 1) : '0';
    }
}
