package org.asepsie.engine.directory;

/// What an object of the directory is. `BASE` is a principal that is named but that no source describes.
public enum Kind {
    BASE,
    USER,
    COMPUTER,
    GROUP,
    GPO,
    OU,
    CONTAINER,
    DOMAIN,
    LOCAL_GROUP,
    LOCAL_USER,
    AIA_CA,
    ROOT_CA,
    ENTERPRISE_CA,
    NT_AUTH_STORE,
    CERT_TEMPLATE,
    ISSUANCE_POLICY,
    SITE,
    /// An entry that matters to a control point by its class (`Attribute.OBJECT_CLASS`) rather than by a kind.
    OTHER
}
