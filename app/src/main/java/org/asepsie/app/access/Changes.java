package org.asepsie.app.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// How often something may have changed at a place: a number that moves with every commit of whoever can write there.
///
/// Nobody has to tell that something changed, and no table can be forgotten: row-level security lets an actor write
/// only within its sight, so counting the commits by that sight counts too much, never too little. The count is
/// committed with what it counts, so all nodes of an installation agree.
@Service
public class Changes {
    private static final String EVERYWHERE = "";

    private final ChangeStore store;

    Changes(ChangeStore store) {
        this.store = store;
    }

    /// The paths under which what an actor writes is counted.
    ///
    /// A stranger sees no place: sessions and attempts to sign in are written on its behalf. Whoever
    /// administers may change what holds everywhere, and so may a person whose roles show no place.
    static Collection<String> countedFor(Actor actor) {
        return switch (actor) {
            case Actor.Stranger _ -> Set.of();
            case Actor.Installation _ -> Set.of(EVERYWHERE);
            case Actor.LinkHolder _ -> Set.of(actor.scopes());
            case Actor.Person _ ->
                actor.scopes().isEmpty() || actor.mayAnywhere(Permission.ADMINISTER)
                        ? Set.of(EVERYWHERE)
                        : Set.of(actor.scopes().split(","));
        };
    }

    /// Read it before what is worked out, and keep it beside: while it is the same, so is the rest. Within one
    /// transaction that only reads, the first answer stands.
    @Transactional(readOnly = true)
    public long at(NodePath place) {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? known().computeIfAbsent(place, this::asked)
                : asked(place);
    }

    private long asked(NodePath place) {
        return store.counted(fromTheTop(place));
    }

    private static List<String> fromTheTop(NodePath place) {
        var paths = new ArrayList<>(List.of(EVERYWHERE));
        var path = new StringBuilder("/");
        Arrays.stream(place.value().split("/"))
                .filter(it -> !it.isEmpty())
                .forEach(it -> paths.add(path.append(it).append('/').toString()));
        return paths;
    }

    private Map<NodePath, Long> known() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Known(var numbers)) {
            return numbers;
        }
        var fresh = new Known(new HashMap<>());
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
            }
        });
        return fresh.numbers();
    }

    private record Known(Map<NodePath, Long> numbers) {}
}
