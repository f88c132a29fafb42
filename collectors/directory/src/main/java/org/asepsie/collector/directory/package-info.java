/// Reads a live Active Directory over LDAP, and writes nothing to it: only searches are sent, only what the engine
/// judges is asked for, and values of password-like attributes are never asked for at all.
@NullMarked
package org.asepsie.collector.directory;

import org.jspecify.annotations.NullMarked;
