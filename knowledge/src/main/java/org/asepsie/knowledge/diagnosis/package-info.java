/// One establishment through one framework: where it stands, what to clear up, what to do next.
///
/// The screens and the command line call the same [org.asepsie.knowledge.diagnosis.Diagnosis], so they cannot
/// disagree.
@NullMarked
package org.asepsie.knowledge.diagnosis;

import org.jspecify.annotations.NullMarked;
