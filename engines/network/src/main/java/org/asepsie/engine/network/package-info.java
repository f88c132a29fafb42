/// What can cross a border between zones, by which line of which file, and what is seen to cross it.
/// Filtering configurations and flow logs in; packet sets with both bounds, witnesses and deciding
/// lines out.
@NullMarked
package org.asepsie.engine.network;

import org.jspecify.annotations.NullMarked;
