/// Entries as LDAP gives them, from LDIF, ORADAD or a live directory, and what they mean for the forest.
@NullMarked
package org.asepsie.engine.directory.entry;

import org.jspecify.annotations.NullMarked;
