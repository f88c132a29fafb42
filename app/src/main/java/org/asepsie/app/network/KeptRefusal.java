package org.asepsie.app.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal as it is kept between the moment files are read and the moment somebody looks: its wording is chosen then,
/// in the language of who looks.
///
/// @param details what fills the wording, each as text, as a number, or as words in both languages
record KeptRefusal(String key, List<Detail> details) {
    record Detail(
            @Nullable String text,
            @Nullable Long number,
            @Nullable BothLanguages both) {
        static Detail of(Object it) {
            return switch (it) {
                case BothLanguages both -> new Detail(null, null, both);
                case Number number -> new Detail(null, number.longValue(), null);
                default -> new Detail(it.toString(), null, null);
            };
        }

        Object value() {
            if (both != null) {
                return both;
            }
            return number != null ? number : text == null ? "" : text;
        }
    }

    static String write(NetworkRefused refused) {
        return NetworkJson.write(new KeptRefusal(
                refused.key(), refused.details().stream().map(Detail::of).toList()));
    }

    static NetworkRefused read(String json) {
        var kept = NetworkJson.read(json, KeptRefusal.class);
        var details = new ArrayList<>();
        kept.details().forEach(it -> details.add(it.value()));
        return new NetworkRefused(kept.key(), details.toArray());
    }
}
