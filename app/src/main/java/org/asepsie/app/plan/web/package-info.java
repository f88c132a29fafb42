@NullMarked
package org.asepsie.app.plan.web;

import org.jspecify.annotations.NullMarked;
