package org.asepsie.knowledge;

import java.time.LocalDate;

/// Where a fact comes from and how sure we are of it.
public record Source(String name, String reference, LocalDate checkedOn, Confidence confidence) {
    public enum Confidence {
        /// Verified in the named public source.
        V,
        /// Deduced.
        D,
        /// From memory, to be checked.
        M,
        /// Our own proposal.
        P
    }

    static Source read(Fields in) {
        var source = new Source(
                in.string("name"),
                in.string("reference"),
                in.date("checkedOn"),
                in.word("confidence", Confidence.class));
        in.close();
        return source;
    }
}
