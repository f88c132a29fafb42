package org.asepsie.engine.directory.entry;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What certificates tell: by whom they are signed, and how weakly. Nothing is trusted or validated here.
final class Certificates {
    private static final int LONGEST_CHAIN = 10;

    private Certificates() {}

    record Read(X509Certificate certificate, String thumbprint) {
        boolean issued(Read other) {
            try {
                other.certificate.verify(certificate.getPublicKey());
                return other.certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
            } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
                return false;
            }
        }
    }

    static Optional<Read> read(byte[] bytes) {
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return Optional.of(new Read(certificate, thumbprint(bytes)));
        } catch (CertificateException undecodable) {
            return Optional.empty();
        }
    }

    private static String thumbprint(byte[] bytes) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Thumbprints from a certificate up to its root, as far as the issuers are known.
    static List<String> chain(Read from, List<Read> known) {
        var chain = new ArrayList<String>();
        Optional<Read> next = Optional.of(from);
        while (next.isPresent() && !chain.contains(next.get().thumbprint()) && chain.size() < LONGEST_CHAIN) {
            var current = next.get();
            chain.add(current.thumbprint());
            next = known.stream()
                    .filter(it -> !it.equals(current) && it.issued(current))
                    .findFirst();
        }
        return chain;
    }

    /// One word for each weakness that the CERT-FR points name; ROCA is not looked for.
    static List<String> weaknesses(byte[] bytes) {
        var read = read(bytes);
        if (read.isEmpty()) {
            return List.of("undecodable");
        }
        var weak = new ArrayList<String>();
        var certificate = read.get().certificate();
        switch (certificate.getPublicKey()) {
            case DSAPublicKey _ -> weak.add("dsa");
            case RSAPublicKey rsa -> rsa(rsa, weak);
            default -> {
                // elliptic curves are not named by any point
            }
        }
        var algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("MD5") || algorithm.startsWith("MD2") || algorithm.startsWith("SHA1")) {
            weak.add("hash");
        }
        return weak;
    }

    private static void rsa(RSAPublicKey key, List<String> weak) {
        var bits = key.getModulus().bitLength();
        if (bits < 1024) {
            weak.add("rsa<1024");
        } else if (bits < 2048) {
            weak.add("rsa<2048");
        }
        if (key.getPublicExponent().compareTo(BigInteger.valueOf(65_537)) < 0) {
            weak.add("exponent");
        }
    }
}
