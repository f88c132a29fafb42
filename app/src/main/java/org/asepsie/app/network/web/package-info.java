@NullMarked
package org.asepsie.app.network.web;

import org.jspecify.annotations.NullMarked;
