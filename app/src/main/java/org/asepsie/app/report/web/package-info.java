@NullMarked
package org.asepsie.app.report.web;

import org.jspecify.annotations.NullMarked;
