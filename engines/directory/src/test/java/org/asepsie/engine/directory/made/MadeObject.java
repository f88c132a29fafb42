package org.asepsie.engine.directory.made;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.asepsie.engine.directory.Kind;

/// One object on its way to a file. Writers read it, the forest fills it.
final class MadeObject {
    final Kind kind;
    final String name;
    final String dn;
    /// SID, or GUID where it has none; well-known SIDs without domain.
    final String id;
    final String parent;
    String owner = MadeForest.SID + "-512";
    boolean isProtected;
    boolean enabled = true;
    boolean controller;
    boolean unconstrained;
    int primaryGroup;
    int nameFlag;
    final List<MadeEntry> entries = new ArrayList<>();
    final List<MadeObject> members = new ArrayList<>();
    final List<String> actors = new ArrayList<>();
    final List<String> history = new ArrayList<>();
    final List<MadeObject> links = new ArrayList<>();
    final Map<String, String> more = new LinkedHashMap<>();

    /// @param parent the distinguished name of what contains it
    MadeObject(Kind kind, String id, String name, String rdn, String parent) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.dn = rdn + "," + parent;
        this.parent = parent;
    }

    boolean hasSid() {
        return id.startsWith("S-1-");
    }

    /// A GUID of its own for every object, told by its name.
    String guid() {
        return hasSid() ? guid(dn) : id;
    }

    static String guid(String dn) {
        var high = dn.hashCode() * 0x9E3779B97F4A7C15L;
        var low = new StringBuilder(dn).reverse().toString().hashCode() * 0xBF58476D1CE4E5B9L;
        return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
    }
}
