package org.asepsie.app.facility;

import org.asepsie.app.access.NodeId;

/// A region of France. `code` is that of the national statistics institute (INSEE).
public record Region(NodeId id, String code, String name) {}
