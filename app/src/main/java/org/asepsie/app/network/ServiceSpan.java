package org.asepsie.app.network;

import java.util.Collection;
import java.util.Optional;
import org.asepsie.engine.network.proof.Service;

/// A service written as text (`tcp/22`, `udp/1024-65535`, `any`), to compare it with another.
public record ServiceSpan(int protocol, int first, int last) {
    private static final int TCP = 6;
    private static final int UDP = 17;

    /// @throws IllegalArgumentException if `text` is no service
    public static ServiceSpan of(String text) {
        var service = Service.of(text);
        return new ServiceSpan(
                service.protocol(), service.ports().first(), service.ports().last());
    }

    /// What a person asks for, as the engine writes it: a bare number is a TCP port.
    public static Optional<String> asked(String text) {
        var words = text.strip();
        return written(words.matches("\\d+(-\\d+)?") ? "tcp/" + words : words);
    }

    /// What a person typed, as the engine writes it; empty if it is no service.
    static Optional<String> written(String text) {
        try {
            return Optional.of(
                    Service.of(text.strip().toLowerCase(java.util.Locale.ROOT)).toString());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean meets(ServiceSpan other) {
        if (protocol == Service.ANY || other.protocol == Service.ANY) {
            return true;
        }
        if (protocol == Service.OTHER || other.protocol == Service.OTHER) {
            return protocol == other.protocol || !common() || !other.common();
        }
        return protocol == other.protocol && first <= other.last && other.first <= last;
    }

    /// Whether a connection seen in a log is of this service; an unknown port (-1) may be.
    public boolean holds(int number, int port) {
        if (protocol == Service.ANY) {
            return true;
        }
        if (protocol == Service.OTHER) {
            return number != TCP && number != UDP && number != 1 && number != 58;
        }
        return protocol == number && (port < 0 || first <= port && port <= last);
    }

    private boolean common() {
        return protocol == TCP || protocol == UDP || protocol == 1 || protocol == 58 || protocol == Service.OTHER;
    }

    public static boolean meetsOne(String service, Collection<String> others) {
        var span = of(service);
        return others.stream().anyMatch(it -> span.meets(of(it)));
    }
}
