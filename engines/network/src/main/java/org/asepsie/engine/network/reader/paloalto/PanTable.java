package org.asepsie.engine.network.reader.paloalto;

import org.jspecify.annotations.Nullable;

/// One kind of objects, looked for in a virtual system and then among those that systems share.
record PanTable(@Nullable PanNode own, @Nullable PanNode shared) {
    static PanTable of(String kind, PanNode system, @Nullable PanNode shared) {
        return new PanTable(system.at(kind), shared == null ? null : shared.at(kind));
    }

    @Nullable
    PanNode named(String name) {
        var object = own == null ? null : own.named(name);
        return object == null && shared != null ? shared.named(name) : object;
    }
}
