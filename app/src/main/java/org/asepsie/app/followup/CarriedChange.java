package org.asepsie.app.followup;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;

/// One change of a workbook on its way from the preview to the confirmation: the form carries it, so nothing of a
/// file that nobody confirmed is ever kept.
///
/// @param version of the action when the preview was made
/// @param comment to add; empty for none
public record CarriedChange(ActionId action, int version, Wish wish, String comment) {
    private static final int PARTS = 8;

    public String written() {
        return Stream.of(
                        action.toString(),
                        Integer.toString(version),
                        wish.written(Wish.Part.STATUS),
                        wish.reason(),
                        wish.written(Wish.Part.OWNER),
                        wish.written(Wish.Part.DUE),
                        wish.written(Wish.Part.QUARTER),
                        comment)
                .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8))
                .collect(Collectors.joining("|"));
    }

    /// @throws IllegalArgumentException if it is not what [#written] wrote
    public static CarriedChange of(String written) {
        var parts = Arrays.stream(written.split("\\|", -1))
                .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != PARTS || !parts.get(1).matches("\\d{1,9}")) {
            throw new IllegalArgumentException("not a change of a workbook: " + written);
        }
        return new CarriedChange(
                ActionId.of(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                new Wish(
                        Status.of(parts.get(2)),
                        parts.get(3),
                        parts.get(4),
                        Wish.day(parts.get(5)),
                        Wish.quarter(parts.get(6))),
                parts.get(7));
    }
}
