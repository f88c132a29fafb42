package org.asepsie.engine.directory.input;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What must not survive an import: the values of password-like attributes, and descriptions that hold a password.
/// Only the fact that they could be read is kept.
public final class Secrets {
    private static final Set<String> NAMES = Set.of(
            "userpassword",
            "unixpassword",
            "unixuserpassword",
            "unicodepassword",
            "unicodepwd",
            "sfupassword",
            "mssfu30password",
            "ms-mcs-admpwd",
            "mslaps-password",
            "mslaps-encryptedpassword",
            "mslaps-passwordhistory",
            "mslaps-encryptedpasswordhistory",
            "mslaps-encrypteddsrmpassword",
            "mslaps-encrypteddsrmpasswordhistory",
            "msds-managedpassword",
            "dbcspwd",
            "ntpwdhistory",
            "lmpwdhistory",
            "supplementalcredentials",
            "trustauthincoming",
            "trustauthoutgoing",
            "initialauthincoming",
            "initialauthoutgoing",
            "msds-executescriptpassword",
            "msfve-recoverypassword",
            "msfve-keypackage",
            "mskds-rootkeydata",
            "currentvalue",
            "priorvalue");

    /// "mot de passe : …", "mdp=…", "password is …": a word for it followed by something that may be one.
    private static final Pattern TOLD = Pattern.compile(
            "(?iu)(?:\\b|_)(?:mots?\\s*de\\s*passe|mdp|passwords?|passwd|pass(?:phrase|code)?|pwd|pw|psw|motdepasse|code\\s*secret)"
                    + "\\s*(?:(?:[:=]|->|→)|\\b(?:est|is)\\b|\\s)\\s*\\S{3,}");

    private Secrets() {}

    /// Whether an attribute of this name holds a secret, in any case and with any option (`;binary`).
    public static boolean named(String attribute) {
        var name = attribute.toLowerCase(Locale.ROOT);
        var option = name.indexOf(';');
        return NAMES.contains(option < 0 ? name : name.substring(0, option));
    }

    /// Whether a free text seems to tell a password. When in doubt, yes: a description less is no loss.
    public static boolean within(String text) {
        return TOLD.matcher(text).find();
    }
}
