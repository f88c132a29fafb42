package org.asepsie.app.database;

import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartFailure;

/// A database of one's own needs a key of one's own: without it, what is sealed in that database cannot be read.
public final class NoSecretKey extends StartFailure {
    private static final long serialVersionUID = 1L;

    NoSecretKey(boolean missing) {
        super(
                missing
                        ? new Said(
                                "ASEPSIE_DATABASE_URL nomme une base, mais ASEPSIE_SECRET_KEY est vide.",
                                "ASEPSIE_DATABASE_URL names a database, but ASEPSIE_SECRET_KEY is empty.")
                        : new Said(
                                "ASEPSIE_SECRET_KEY n’est pas une clé : il faut 64 chiffres hexadécimaux.",
                                "ASEPSIE_SECRET_KEY is not a key: it takes 64 hexadecimal digits."),
                new Said(
                        "Faites-en une avec « openssl rand -hex 32 », gardez-la hors de la base et donnez la même à chaque nœud. Si vous en aviez une, remettez celle-là.",
                        "Make one with « openssl rand -hex 32 », keep it outside the database and give the same to each node. If you had one, use that one."),
                null);
    }
}
