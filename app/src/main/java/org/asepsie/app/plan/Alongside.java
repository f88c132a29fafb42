package org.asepsie.app.plan;

import java.util.List;
import java.util.Map;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;

/// What lies beside the plan of a facility and comes from above it: lines that one person steers for several
/// facilities, and offers that wait for an answer. The module `sharing` knows; without it nothing is shared.
public interface Alongside {
    /// A line that is decided once for several facilities.
    ///
    /// @param node the place above them where it is decided, `path` its way from the root
    /// @param place what that place is called
    /// @param sites how many facilities share it
    record SharedLine(NodeId node, NodePath path, String place, int sites) {}

    /// A sentence to read on the plan, and where it leads.
    record Notice(Text text, String address) {}

    Map<ActionId, SharedLine> shared(FacilityId facility);

    List<Notice> notices(FacilityId facility);

    /// Where the current actor may decide lines for several facilities, this one among them; empty for most.
    List<NodeId> steeredAbove(FacilityId facility);
}
