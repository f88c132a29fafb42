package org.asepsie.app.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.network.ZonePlan.AllowedFlow;

/// Reads a declared flow as a person typed it.
public final class FlowForm {
    private static final int LONGEST = 300;

    private FlowForm() {}

    /// @throws NetworkRefused naming what is no service or no date
    public static AllowedFlow read(
            String from, String to, String services, boolean required, String until, String why, LocalDate today) {
        var read = new ArrayList<String>();
        for (var word : services.strip().split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                read.add(ServiceSpan.written(word)
                        .orElseThrow(() -> new NetworkRefused("network.refused.service", word)));
            }
        }
        if (read.isEmpty()) {
            throw new NetworkRefused("network.refused.no-service");
        }
        var words = why.strip();
        var end = day(until);
        if (end.filter(it -> it.isBefore(today)).isPresent()) {
            throw new NetworkRefused("network.refused.past", end.get());
        }
        return new AllowedFlow(
                from,
                to,
                List.copyOf(read),
                required && end.isEmpty(),
                end,
                words.length() <= LONGEST ? words : words.substring(0, LONGEST));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.strip()).filter(it -> !it.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            throw new NetworkRefused("network.refused.day", notADay, text);
        }
    }
}
