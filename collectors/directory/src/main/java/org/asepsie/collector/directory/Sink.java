package org.asepsie.collector.directory;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;

/// Where entries go, one at a time.
interface Sink {
    void entry(Entry entry) throws IOException;
}
