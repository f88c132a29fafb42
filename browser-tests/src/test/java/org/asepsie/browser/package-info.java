/// The packaged product, used through a real browser: what a person sees, wide and on a phone, in both languages.
@NullMarked
package org.asepsie.browser;

import org.jspecify.annotations.NullMarked;
