/// `asepsie directory`: collections of an Active Directory in; level, paths and remedies out.
@NullMarked
package org.asepsie.cli.directory;

import org.jspecify.annotations.NullMarked;
