/// Which actions, in which quarter, avoid most harm to care with the days and the money at hand; how sure
/// that is, and what every choice costs. The door is [org.asepsie.engine.plan.Planner]; the formula stands
/// in docs/design/plan.md.
@NullMarked
package org.asepsie.engine.plan;

import org.jspecify.annotations.NullMarked;
