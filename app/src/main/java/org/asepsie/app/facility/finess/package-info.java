/// Reads the files of the national register of establishments, line by line, whatever their size. No Spring, no
/// database.
@NullMarked
package org.asepsie.app.facility.finess;

import org.jspecify.annotations.NullMarked;
