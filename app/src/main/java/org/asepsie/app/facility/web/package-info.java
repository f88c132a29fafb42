@NullMarked
package org.asepsie.app.facility.web;

import org.jspecify.annotations.NullMarked;
