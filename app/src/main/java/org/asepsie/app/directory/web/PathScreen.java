package org.asepsie.app.directory.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.PathsToTop;

/// How an account could reach the top; without an account, where most ways meet.
///
/// @param drawing of the steps, for the drawing library; the list beside it says the same
public record PathScreen(
        String facility,
        Collection collection,
        String words,
        List<PathsToTop.Account> accounts,
        Optional<PathsToTop.Account> from,
        List<PathsToTop.Step> path,
        PathsToTop.Overview overview,
        String drawing) {
    public PathScreen {
        accounts = List.copyOf(accounts);
        path = List.copyOf(path);
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    public String address(PathsToTop.Account account) {
        return here() + "/paths?collection=" + collection.id() + "&from="
                + java.net.URLEncoder.encode(account.id(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
