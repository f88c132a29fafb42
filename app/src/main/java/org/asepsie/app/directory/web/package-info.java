/// The pages of the directory.
@NullMarked
package org.asepsie.app.directory.web;

import org.jspecify.annotations.NullMarked;
