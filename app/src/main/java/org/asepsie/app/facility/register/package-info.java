/// Brings the national register into the product: what is new, what changed, what closed, and nothing lost on
/// the way.
@NullMarked
package org.asepsie.app.facility.register;

import org.jspecify.annotations.NullMarked;
