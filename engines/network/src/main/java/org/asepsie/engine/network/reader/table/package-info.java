/// A plain table of rules, for a provider who hands over a spreadsheet and nothing else.
@NullMarked
package org.asepsie.engine.network.reader.table;

import org.jspecify.annotations.NullMarked;
