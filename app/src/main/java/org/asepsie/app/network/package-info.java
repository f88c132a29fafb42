/// Which zone of the network can reach which: declared, possible by the devices, seen in the logs.
///
/// [org.asepsie.app.network.ZonePlans] keeps what the establishment declares,
/// [org.asepsie.app.network.Configurations] what its devices let through, [org.asepsie.app.network.FlowLogs] what
/// was seen; [org.asepsie.app.network.Studies] puts the three together and leaves evidence.
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {"access", "assessment", "evidence", "facility", "knowledge", "page", "plan", "report"})
@NullMarked
package org.asepsie.app.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
