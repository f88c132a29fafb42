/// Reads what ORADAD, ANSSI's collector, writes in clear: a folder of TSV files and their `tables.tsv`.
@NullMarked
package org.asepsie.engine.directory.oradad;

import org.jspecify.annotations.NullMarked;
