/// What was collected of one Active Directory forest, in a form that millions of objects fit into: objects, their
/// attributes and where each comes from, access rights, trusts, certification authorities, and what no source told.
@NullMarked
package org.asepsie.engine.directory;

import org.jspecify.annotations.NullMarked;
