/// One HTML for screen and paper: well-formed pages become accessible PDF, in the application and on the command
/// line.
@NullMarked
package org.asepsie.paper;

import org.jspecify.annotations.NullMarked;
