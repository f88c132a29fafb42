package org.asepsie.app.page;

import org.asepsie.app.access.NodePath;

/// The facility a page is about: shown in the frame, with the ways through it.
public record Heading(String id, String name, NodePath path) {}
