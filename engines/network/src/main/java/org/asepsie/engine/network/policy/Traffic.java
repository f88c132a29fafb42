package org.asepsie.engine.network.policy;

/// The three ways of a packet that touches a device.
public enum Traffic {
    /// In by one interface, out by another (or the same).
    THROUGH,
    /// Ends on the device itself: its administration pages, its tunnels.
    TO_DEVICE,
    /// Made by the device itself.
    FROM_DEVICE
}
