package org.asepsie.engine.network.policy;

/// A closed interval of ports: both ends belong to it.
public record PortRange(int first, int last) {
    public PortRange {
        if (first < 0 || last > 65_535 || first > last) {
            throw new IllegalArgumentException("not a port range: %d-%d".formatted(first, last));
        }
    }

    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
