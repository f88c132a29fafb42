@NullMarked
package org.asepsie.app.access.web;

import org.jspecify.annotations.NullMarked;
