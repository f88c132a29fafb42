package org.asepsie.app.directory.web;

import java.util.stream.Collectors;
import org.asepsie.app.directory.Basket;
import org.asepsie.app.directory.Collection;

/// The basket of changes with what they would do.
public record BasketScreen(String facility, Collection collection, Basket basket) {
    public String here() {
        return "/f/" + facility + "/directory";
    }

    /// The basket that holds the whole cheapest cut.
    public String allOfTheCut() {
        return here() + "/what-if?collection=" + collection.id()
                + basket.offered(Basket.Sort.CUT).stream()
                        .map(it -> "&change=" + it.key())
                        .collect(Collectors.joining());
    }

    /// The basket that holds every point of the present level.
    public String allOfTheLevel() {
        return here() + "/what-if?collection=" + collection.id()
                + basket.offered(Basket.Sort.POINT).stream()
                        .filter(it -> it.level() == basket.levelBefore())
                        .map(it -> "&change=" + it.key())
                        .collect(Collectors.joining());
    }
}
