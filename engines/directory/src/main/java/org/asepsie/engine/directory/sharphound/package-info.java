/// Reads what SharpHound collects, versions 3 to 6: zips or plain files of JSON, as a stream.
@NullMarked
package org.asepsie.engine.directory.sharphound;

import org.jspecify.annotations.NullMarked;
