@NullMarked
package org.asepsie.app.evidence.web;

import org.jspecify.annotations.NullMarked;
