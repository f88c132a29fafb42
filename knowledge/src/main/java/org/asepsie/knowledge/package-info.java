/// What Asepsie knows, read from the files under `knowledge/` and checked: frameworks, measures, indicators, rules.
///
/// [CatalogueReader] is the way in. Every mistake in a file is a [Problem] with its line and its remedy.
@NullMarked
package org.asepsie.knowledge;

import org.jspecify.annotations.NullMarked;
