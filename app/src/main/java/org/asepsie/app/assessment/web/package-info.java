@NullMarked
package org.asepsie.app.assessment.web;

import org.jspecify.annotations.NullMarked;
