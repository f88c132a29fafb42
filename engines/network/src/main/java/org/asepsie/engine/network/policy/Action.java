package org.asepsie.engine.network.policy;

import java.util.List;
import java.util.Optional;

/// What happens to a packet that a rule matches.
public sealed interface Action {
    Action ACCEPT = new Accept();
    Action DROP = new Drop(false);
    Action REJECT = new Drop(true);
    Action RETURN = new Return();
    Action CONTINUE = new Continue();

    /// Leaves the whole stage; the next stage sees the packet.
    record Accept() implements Action {}

    /// The packet is lost. @param told whether the sender is told (reject, reset).
    record Drop(boolean told) implements Action {}

    /// Runs another list of the device; if that list lets the packet fall through, goes on after this rule.
    record Jump(String chain) implements Action {}

    /// Runs another list of the device; if that list lets the packet fall through, does what a return from the
    /// present list would do.
    record Goto(String chain) implements Action {}

    /// Back to the caller; in a list that a stage runs directly, its [Ending].
    record Return() implements Action {}

    /// No effect on the verdict: logs, counts, shapes; the next rule is looked at.
    record Continue() implements Action {}

    /// Remembers something about the packet for [Match.Marked], and goes on with the next rule.
    record Mark(String mark) implements Action {}

    /// Rewrites one side of the packet and leaves the whole stage, like [Accept].
    ///
    /// @param ports the new port, one of these; empty: unchanged
    record Translate(Side side, Translation to, Optional<PortRange> ports) implements Action {}

    /// Nobody can tell: the packet may be accepted, dropped or looked at further.
    record Undecided(Reason reason, String text) implements Action {}

    enum Side {
        SOURCE,
        DESTINATION
    }

    /// What an address becomes.
    sealed interface Translation {
        /// The address stays; only the port changes.
        record Unchanged() implements Translation {}

        /// One of these, chosen by the device (a pool; often a single address).
        record Into(Addresses pool) implements Translation {}

        /// The leading bits become those of `prefix`, the host bits stay (one to one, NETMAP).
        record Onto(Prefix prefix) implements Translation {}

        /// The device's own address: of the interface it leaves by (source), or entered by (destination).
        record OwnAddress() implements Translation {}
    }

    static Action source(AddressBlock... pool) {
        return new Translate(Side.SOURCE, new Translation.Into(new Addresses(List.of(pool))), Optional.empty());
    }

    static Action destination(AddressBlock... pool) {
        return new Translate(Side.DESTINATION, new Translation.Into(new Addresses(List.of(pool))), Optional.empty());
    }
}
