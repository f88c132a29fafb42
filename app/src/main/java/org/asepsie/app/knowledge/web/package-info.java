@NullMarked
package org.asepsie.app.knowledge.web;

import org.jspecify.annotations.NullMarked;
