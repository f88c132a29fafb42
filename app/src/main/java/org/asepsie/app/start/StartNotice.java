package org.asepsie.app.start;

import java.util.List;

/// Lines that a module adds to what the console shows once the product is ready: how to sign in, where the data is.
///
/// Implementations are beans; `@Order` places them. They may query their store: the product is up when they are
/// asked.
public interface StartNotice {
    List<Said> lines();
}
