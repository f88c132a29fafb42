@NullMarked
package org.asepsie.app;

import org.jspecify.annotations.NullMarked;
