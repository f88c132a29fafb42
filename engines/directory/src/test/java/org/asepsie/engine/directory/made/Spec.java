package org.asepsie.engine.directory.made;

import org.asepsie.engine.directory.Right;

/// What an entry gives: the same thing as a translated right and as a raw mask with an object type.
enum Spec {
    FULL(Right.GENERIC_ALL, 0xF01FF, ""),
    WRITE(Right.GENERIC_WRITE, 0x20, ""),
    DACL(Right.WRITE_DACL, 0x40000, ""),
    OWNER(Right.WRITE_OWNER, 0x80000, ""),
    PASSWORD(Right.FORCE_CHANGE_PASSWORD, 0x100, "00299570-246D-11D0-A768-00AA006E0529"),
    MEMBER(Right.ADD_MEMBER, 0x20, "BF9679C0-0DE6-11D0-A285-00AA003049E2"),
    KEY(Right.ADD_KEY_CREDENTIAL_LINK, 0x20, "5B47D60F-6090-40B2-9F37-2A4DE88F3063"),
    CHANGES(Right.GET_CHANGES, 0x100, "1131F6AA-9C07-11D1-F79F-00C04FC2DCD2"),
    CHANGES_ALL(Right.GET_CHANGES_ALL, 0x100, "1131F6AD-9C07-11D1-F79F-00C04FC2DCD2"),
    ENROL(Right.ENROLL, 0x100, "0E10C968-78FB-11D2-90D4-00C04F79DC55");

    final Right right;
    final int mask;
    final String objectType;

    Spec(Right right, int mask, String objectType) {
        this.right = right;
        this.mask = mask;
        this.objectType = objectType;
    }
}
