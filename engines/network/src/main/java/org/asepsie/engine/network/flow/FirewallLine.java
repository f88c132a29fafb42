package org.asepsie.engine.network.flow;

/// A log line of a firewall in the form `key=value`: every vendor's is judged in the same steps, and each says what its
/// words mean.
abstract sealed class FirewallLine implements LineParser permits FortiGateLog, StormshieldLog {
    /// Where the fields that all of them have stand among a vendor's.
    record Shared(int action, int protocol, Endpoints source, Endpoints target, int sent, int received) {}

    record Endpoints(int address, int port) {}

    final Fields fields;
    private final Shared shared;
    private final KeyValues line;

    FirewallLine(Fields fields, Shared shared) {
        this.fields = fields;
        this.shared = shared;
        line = new KeyValues(fields);
    }

    @Override
    public final LineReading read(byte[] text, int from, int to, Sighting into) {
        if (from == to) {
            return LineReading.PASSED_OVER;
        }
        if (!line.cut(text, from, to)) {
            return LineReading.CUT_SHORT;
        }
        var kind = kind();
        if (kind != LineReading.COUNTED) {
            return kind;
        }
        into.clear();
        if (!fields.has(shared.action())
                || !fields.has(shared.source().address())
                || !fields.has(shared.target().address())
                || !fields.has(shared.protocol())) {
            return LineReading.MISSING_FIELD;
        }
        if (!fields.address(shared.source().address(), into.source)
                || !fields.address(shared.target().address(), into.target)) {
            return LineReading.BAD_ADDRESS;
        }
        into.protocol = Protocols.number(text, fields.start(shared.protocol()), fields.end(shared.protocol()));
        if (into.protocol < 0) {
            return LineReading.BAD_PROTOCOL;
        }
        if (!ports(into)) {
            return LineReading.BAD_PORT;
        }
        if (!times(into)) {
            return LineReading.BAD_TIME;
        }
        into.bytes = Math.max(0, fields.number(shared.sent())) + Math.max(0, fields.number(shared.received()));
        rule(into);
        return outcome(into) ? LineReading.COUNTED : LineReading.BAD_STATE;
    }

    private boolean ports(Sighting into) {
        if (into.isIcmp()) {
            into.targetPort = icmp(into);
            return true;
        }
        boolean needed = into.protocol == Protocols.TCP || into.protocol == Protocols.UDP;
        if (!needed && !fields.has(shared.target().port())) {
            return true;
        }
        var source = fields.number(shared.source().port());
        var target = fields.number(shared.target().port());
        into.sourcePort = (int) source;
        into.targetPort = (int) target;
        return source >= 0 && source <= 65_535 && target >= 0 && target <= 65_535;
    }

    /// [LineReading#COUNTED] if the line tells of a connection, else why it is left.
    abstract LineReading kind();

    /// Type times 256 plus code, as far as the line tells.
    abstract int icmp(Sighting into);

    abstract boolean times(Sighting into);

    abstract void rule(Sighting into);

    abstract boolean outcome(Sighting into);
}
