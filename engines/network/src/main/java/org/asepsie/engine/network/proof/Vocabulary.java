package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;

/// Numbers for the interfaces and marks that the analysed files name. Number 0 stands for every
/// interface that no file names. A pattern `eth*` has a number of its own, for the interfaces that it
/// matches and that have no name here.
final class Vocabulary {
    private final List<String> interfaces;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> marks = new HashMap<>();

    private Vocabulary(Set<String> names, Set<String> marksSeen) {
        interfaces = new ArrayList<>();
        interfaces.add("*");
        for (var name : names) {
            if (!name.equals("*") && interfaces.size() < 1 << Field.IN.bits()) {
                interfaces.add(name);
            }
        }
        for (int i = 0; i < interfaces.size(); i++) {
            numbers.put(interfaces.get(i), i);
        }
        for (var mark : marksSeen) {
            if (marks.size() < Field.MARKS.bits()) {
                marks.put(mark, marks.size());
            }
        }
    }

    static Vocabulary of(Collection<Device> devices) {
        var names = new TreeSet<String>();
        var marks = new LinkedHashSet<String>();
        for (var device : devices) {
            device.interfaces().forEach(it -> names.add(it.name()));
            device.routes().forEach(it -> it.out().ifPresent(names::add));
            for (var list : device.lists().values()) {
                for (var rule : list.rules()) {
                    collect(rule.match(), names);
                    if (rule.action() instanceof Action.Mark(var mark)) {
                        marks.add(mark);
                    }
                }
            }
        }
        return new Vocabulary(names, marks);
    }

    /// Whether every interface and mark that `device` names has a number here.
    boolean covers(Device device) {
        var own = of(List.of(device));
        return numbers.keySet().containsAll(own.numbers.keySet())
                && marks.keySet().containsAll(own.marks.keySet());
    }

    private static void collect(Match match, Set<String> names) {
        switch (match) {
            case Match.All(var parts) -> parts.forEach(it -> collect(it, names));
            case Match.OneOf(var parts) -> parts.forEach(it -> collect(it, names));
            case Match.Not(var part) -> collect(part, names);
            case Match.EntersBy(var name) -> names.add(name);
            case Match.LeavesBy(var name) -> names.add(name);
            case Match.OfFamily _,
                    Match.Source _,
                    Match.Destination _,
                    Match.Protocol _,
                    Match.SourcePort _,
                    Match.DestinationPort _,
                    Match.Icmp _,
                    Match.Marked _,
                    Match.Unknown _ -> {}
        }
    }

    /// The number of a real interface: its own, or that of the longest pattern that matches it, or 0.
    int number(String name) {
        var own = numbers.get(name);
        if (own != null) {
            return own;
        }
        for (int length = name.length(); length > 0; length--) {
            var pattern = numbers.get(name.substring(0, length) + "*");
            if (pattern != null) {
                return pattern;
            }
        }
        return 0;
    }

    /// Every number whose interfaces `pattern` matches.
    IntStream matching(String pattern) {
        if (!pattern.endsWith("*")) {
            var number = numbers.get(pattern);
            return number == null ? IntStream.empty() : IntStream.of(number);
        }
        var beginning = pattern.substring(0, pattern.length() - 1);
        return IntStream.range(0, interfaces.size())
                .filter(it ->
                        beginning.isEmpty() || it > 0 && interfaces.get(it).startsWith(beginning));
    }

    int interfaces() {
        return interfaces.size();
    }

    /// A name for interface `number`: one that a file holds, a pattern, or `*`.
    String name(int number) {
        return number < interfaces.size() ? interfaces.get(number) : "*";
    }

    Optional<Integer> mark(String mark) {
        return Optional.ofNullable(marks.get(mark));
    }

    int marks() {
        return marks.size();
    }

    /// Whether the interface called `name` is one that `pattern` names.
    static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }
}
