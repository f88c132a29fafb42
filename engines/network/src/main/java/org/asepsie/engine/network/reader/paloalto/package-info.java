/// Palo Alto PAN-OS: the running configuration as XML, or as `set` commands. Both are read into the same tree
/// of names.
@NullMarked
package org.asepsie.engine.network.reader.paloalto;

import org.jspecify.annotations.NullMarked;
