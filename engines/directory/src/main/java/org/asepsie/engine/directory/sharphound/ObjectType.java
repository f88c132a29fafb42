package org.asepsie.engine.directory.sharphound;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.directory.Kind;

/// What a file of a collection holds, by the name in its `meta` and at the end of its own name.
enum ObjectType {
    USERS(Kind.USER),
    GROUPS(Kind.GROUP),
    COMPUTERS(Kind.COMPUTER),
    DOMAINS(Kind.DOMAIN),
    GPOS(Kind.GPO),
    OUS(Kind.OU),
    CONTAINERS(Kind.CONTAINER),
    AIACAS(Kind.AIA_CA),
    ROOTCAS(Kind.ROOT_CA),
    ENTERPRISECAS(Kind.ENTERPRISE_CA),
    NTAUTHSTORES(Kind.NT_AUTH_STORE),
    CERTTEMPLATES(Kind.CERT_TEMPLATE),
    ISSUANCEPOLICIES(Kind.ISSUANCE_POLICY),
    SESSIONS(Kind.BASE),
    DELETED(Kind.BASE);

    private final Kind kind;

    ObjectType(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    static Optional<ObjectType> named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// `zip!folder/20240305110018_users.json`, or `users.json`.
    static Optional<ObjectType> ofFile(String where) {
        var name = where.substring(Math.max(where.lastIndexOf('!'), where.lastIndexOf('/')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".json")
                ? named(name.substring(name.lastIndexOf('_') + 1, name.length() - ".json".length()))
                : Optional.empty();
    }
}
