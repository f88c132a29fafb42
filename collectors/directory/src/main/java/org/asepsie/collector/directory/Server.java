package org.asepsie.collector.directory;

import java.nio.file.Path;

/// Where the directory answers, how the line is protected, and why its certificate is believed.
public record Server(String host, int port, Line line, Trust trust) {
    /// Protected always: a domain controller must not be read in clear.
    public enum Line {
        LDAPS(636),
        STARTTLS(389);

        private final int usualPort;

        Line(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    public sealed interface Trust {
        /// The authorities this machine trusts.
        record System() implements Trust {}

        /// The authorities in a file (PEM or DER).
        record Authorities(Path file) implements Trust {}

        /// One certificate, by the SHA-256 of its bytes in hexadecimal; its name and dates are then not looked at.
        record Pinned(String sha256) implements Trust {
            public Pinned {
                sha256 = sha256.replaceAll("[: ]", "").toLowerCase(java.util.Locale.ROOT);
                if (!sha256.matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hexadecimal digits: " + sha256);
                }
            }
        }
    }

    public Server {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a server: \"%s\" port %d".formatted(host, port));
        }
    }

    /// @param address `host` or `host:port`; an IPv6 address with a port stands in brackets
    public static Server of(String address, Line line, Trust trust) {
        var colon = address.lastIndexOf(':');
        var bracket = address.lastIndexOf(']');
        var withPort = colon > bracket && address.indexOf(':') >= Math.min(colon, bracket < 0 ? colon : bracket + 1)
                || bracket >= 0 && colon == bracket + 1;
        if (!withPort) {
            return new Server(bare(address), line.usualPort, line, trust);
        }
        try {
            return new Server(
                    bare(address.substring(0, colon)), Integer.parseInt(address.substring(colon + 1)), line, trust);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("not a port: " + address.substring(colon + 1));
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
