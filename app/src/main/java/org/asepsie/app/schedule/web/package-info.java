@NullMarked
package org.asepsie.app.schedule.web;

import org.jspecify.annotations.NullMarked;
