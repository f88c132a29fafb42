/// How mature is an establishment, declared and proven, and how surely: answers and evidence in, intervals out.
@NullMarked
package org.asepsie.engine.maturity;

import org.jspecify.annotations.NullMarked;
