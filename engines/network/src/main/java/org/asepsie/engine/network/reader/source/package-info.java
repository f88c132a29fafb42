/// What every reader of configurations needs: lines cut into words, XML with line numbers, gaps collected,
/// secrets kept out.
@NullMarked
package org.asepsie.engine.network.reader.source;

import org.jspecify.annotations.NullMarked;
