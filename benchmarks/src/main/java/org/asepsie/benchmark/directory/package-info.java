/// How fast the questions about a directory's attack paths are answered, alone and beside a graph database.
@NullMarked
package org.asepsie.benchmark.directory;

import org.jspecify.annotations.NullMarked;
