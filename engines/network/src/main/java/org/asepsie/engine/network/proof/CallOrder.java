package org.asepsie.engine.network.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.RuleList;

/// The lists that some roots call, each after all that call it. Lists that call one another in a circle have no such
/// order: there each comes after one of its callers.
final class CallOrder {
    private final Device device;
    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<RuleList> order = new ArrayDeque<>();

    private CallOrder(Device device) {
        this.device = device;
    }

    static List<RuleList> of(Device device, List<String> roots) {
        var found = new CallOrder(device);
        roots.forEach(found::follow);
        return new ArrayList<>(found.order);
    }

    /// A list is put in front of all that it calls, by hand on a stack of its own: calls may nest as deep as a file
    /// says.
    private void follow(String root) {
        var open = new ArrayDeque<Open>();
        enter(root, open);
        while (!open.isEmpty()) {
            var top = open.peek();
            if (top.next < top.callees.size()) {
                enter(top.callees.get(top.next++), open);
            } else {
                order.addFirst(top.list);
                open.pop();
            }
        }
    }

    private void enter(String name, ArrayDeque<Open> open) {
        var list = device.lists().get(name);
        if (list != null && seen.add(name)) {
            open.push(new Open(list));
        }
    }

    private static final class Open {
        final RuleList list;
        final List<String> callees;
        int next;

        Open(RuleList list) {
            this.list = list;
            var found = new LinkedHashSet<String>();
            for (var rule : list.rules()) {
                if (rule.action() instanceof Action.Jump(var callee)) {
                    found.add(callee);
                } else if (rule.action() instanceof Action.Goto(var callee)) {
                    found.add(callee);
                }
            }
            callees = List.copyOf(found);
        }
    }
}
