/// The command line: the same engine as the screens, on an auditor's laptop, with no server and no network.
@NullMarked
package org.asepsie.cli;

import org.jspecify.annotations.NullMarked;
