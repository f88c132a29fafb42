/// pfSense and OPNsense: the one XML file in which both keep their whole configuration, with both rule models
/// of the latter.
@NullMarked
package org.asepsie.engine.network.reader.pf;

import org.jspecify.annotations.NullMarked;
