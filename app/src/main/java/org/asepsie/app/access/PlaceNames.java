package org.asepsie.app.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What places are called. The module `facility` answers; a place it does not know is shown by its kind and id.
public interface PlaceNames {
    /// One place with its name, for a list to choose from.
    record NamedPlace(NodeId id, String name) {}

    /// Names of all levels of the tree, the nation included, whatever the actor sees. A place may be missing.
    Map<NodeId, String> of(Collection<NodeId> places);

    /// Places whose name or FINESS number contains `words`, among those below `within`, widest first.
    List<NamedPlace> find(String words, List<NodePath> within, int limit);
}
