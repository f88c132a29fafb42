/// The control points of CERT-FR: what fails, on what proof, what could not be evaluated and why, and the level.
@NullMarked
package org.asepsie.engine.directory.control;

import org.jspecify.annotations.NullMarked;
