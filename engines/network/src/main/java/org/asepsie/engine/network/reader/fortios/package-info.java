/// FortiOS: backups and the output of `show` or `show full-configuration`, with or without virtual domains.
@NullMarked
package org.asepsie.engine.network.reader.fortios;

import org.jspecify.annotations.NullMarked;
