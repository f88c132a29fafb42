/// Reads LDIF (RFC 2849), plain or compressed with gzip, in UTF-8 or in UTF-16 with a mark.
@NullMarked
package org.asepsie.engine.directory.ldif;

import org.jspecify.annotations.NullMarked;
