@NullMarked
package org.asepsie.app.sharing.web;

import org.jspecify.annotations.NullMarked;
