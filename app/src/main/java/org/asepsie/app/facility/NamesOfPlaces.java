package org.asepsie.app.facility;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.PlaceNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls every level of the tree by its name, for the pages about accounts and roles.
@Component
class NamesOfPlaces implements PlaceNames {
    private final PlaceNameStore names;
    private final TransactionTemplate apart;

    NamesOfPlaces(PlaceNameStore names, PlatformTransactionManager transactions) {
        this.names = names;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    /// Names are asked of the installation: who holds a role somewhere may read what that place is called.
    @Override
    public Map<NodeId, String> of(Collection<NodeId> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        var ids = places.stream().map(it -> it.value().toString()).toArray(String[]::new);
        var called = new HashMap<NodeId, String>();
        Actors.asInstallation(() -> {
            apart.executeWithoutResult(_ -> names.named(ids).forEach(it -> called.put(it.id(), it.name())));
            return called;
        });
        return Map.copyOf(called);
    }

    @Override
    @Transactional(readOnly = true)
    public List<NamedPlace> find(String words, List<NodePath> within, int limit) {
        return names.find(words, within, limit);
    }
}
