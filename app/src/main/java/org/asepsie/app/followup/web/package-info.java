@NullMarked
package org.asepsie.app.followup.web;

import org.jspecify.annotations.NullMarked;
