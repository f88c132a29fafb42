package org.asepsie.knowledge;

import java.time.Duration;
import java.util.List;
import org.asepsie.engine.maturity.TopicId;

/// A service that care leans on, and what happens at the bedside without it.
///
/// @param tolerable the longest stop that care usually bears: a proposal, each establishment decides
/// @param topics what says whether a stop was prepared for here
public record CareService(
        String code,
        Text title,
        List<Audience> kinds,
        Duration tolerable,
        Text stops,
        Text degraded,
        List<TopicId> topics) {
    public CareService {
        kinds = List.copyOf(kinds);
        topics = List.copyOf(topics);
    }

    public boolean concerns(Audience audience) {
        return kinds.stream().anyMatch(it -> it.covers(audience));
    }

    static CareService read(Fields in) {
        var service = new CareService(
                in.string("code"),
                in.text("title"),
                in.words("kinds", Audience.class),
                in.duration("tolerable"),
                in.text("stops"),
                in.text("degraded"),
                in.strings("topics").stream().map(TopicId::new).toList());
        in.close();
        return in.remember(service);
    }
}
