/// Stormshield Network Security: the filter and NAT policy, objects, interfaces and routes, from the text
/// forms that an administrator can obtain (answers of the appliance as list or XML, CLI and SMC scripts).
///
/// All notations are brought to the tokens of `CONFIG FILTER RULE INSERT`, the richest of them, and read
/// once.
@NullMarked
package org.asepsie.engine.network.reader.stormshield;

import org.jspecify.annotations.NullMarked;
