@NullMarked
package org.asepsie.app.home.web;

import org.jspecify.annotations.NullMarked;
