package org.asepsie.app.network;

import java.util.Arrays;
import java.util.List;

/// Something given cannot be used as it is. People read the wording `key`, filled with [#details]; nothing was kept.
public final class NetworkRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> details;

    public NetworkRefused(String key, Object... details) {
        super(key + " " + Arrays.toString(details));
        this.key = key;
        this.details = List.of(details);
    }

    public NetworkRefused(String key, Throwable cause, Object... details) {
        super(key + " " + Arrays.toString(details), cause);
        this.key = key;
        this.details = List.of(details);
    }

    public String key() {
        return key;
    }

    public List<Object> details() {
        return details;
    }
}
