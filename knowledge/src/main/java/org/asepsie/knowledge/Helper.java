package org.asepsie.knowledge;

import java.util.List;
import java.util.Optional;

/// Who helps an establishment free of charge.
public record Helper(
        String id, Text title, Text offers, Text forWhom, List<Audience> audience, List<Reach> reach, Source source) {
    public enum Way {
        PHONE,
        WEB
    }

    public record Reach(Way way, String value, Optional<Text> note) {}

    static Helper read(Fields in) {
        var helper = new Helper(
                Ids.read(in),
                in.text("title"),
                in.text("offers"),
                in.text("forWhom"),
                in.words("audience", Audience.class),
                in.blocks("reach").stream().map(Helper::reach).toList(),
                Source.read(in.block("source")));
        in.close();
        return in.remember(helper);
    }

    private static Reach reach(Fields in) {
        var reach = new Reach(in.word("kind", Way.class), in.string("value"), in.optionalText("note"));
        in.close();
        return reach;
    }
}
