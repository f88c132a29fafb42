package org.asepsie.collector.directory;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.AggregateTrustManager;
import com.unboundid.util.ssl.HostNameTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.asepsie.collector.directory.CannotCollect.Reason;
import org.jspecify.annotations.Nullable;

/// Opens the protected line. Nothing that identifies the account is sent before the certificate is believed.
final class Secured {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 120_000;

    private Secured() {}

    static LDAPConnection open(Server server) {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(CONNECT_MILLIS);
        options.setResponseTimeoutMillis(ANSWER_MILLIS);
        options.setFollowReferrals(false);
        var connection = new LDAPConnection(options);
        try {
            var tls = new SSLUtil(manager(server));
            if (server.line() == Server.Line.LDAPS) {
                connection = new LDAPConnection(tls.createSSLSocketFactory(), options);
                connection.connect(server.host(), server.port());
            } else {
                connection.connect(server.host(), server.port());
                startTls(connection, tls);
            }
            return connection;
        } catch (LDAPException | GeneralSecurityException refused) {
            connection.close();
            throw new CannotCollect(
                    certificate(refused) ? Reason.CERTIFICATE_REFUSED : Reason.UNREACHABLE,
                    String.valueOf(refused.getMessage()),
                    refused);
        }
    }

    private static void startTls(LDAPConnection connection, SSLUtil tls)
            throws LDAPException, GeneralSecurityException {
        ExtendedResult result =
                connection.processExtendedOperation(new StartTLSExtendedRequest(tls.createSSLContext()));
        if (result.getResultCode() != ResultCode.SUCCESS) {
            throw new LDAPException(result);
        }
    }

    private static boolean certificate(Throwable thrown) {
        for (@Nullable Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof CertificateException || it instanceof SSLException) {
                return true;
            }
        }
        var text = String.valueOf(thrown.getMessage());
        return text.contains("CertificateException")
                || text.contains("SSLException")
                || text.contains("SSLHandshake")
                || text.contains("certificate");
    }

    private static TrustManager manager(Server server) throws GeneralSecurityException {
        return switch (server.trust()) {
            case Server.Trust.System() -> named(server, null);
            case Server.Trust.Authorities(var file) -> {
                try (var in = Files.newInputStream(file)) {
                    var store = KeyStore.getInstance(KeyStore.getDefaultType());
                    store.load(null, null);
                    for (var it : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        store.setCertificateEntry("authority-" + store.size(), it);
                    }
                    if (store.size() == 0) {
                        throw new CannotCollect(Reason.AUTHORITIES_UNREADABLE, file + ": no certificate");
                    }
                    yield named(server, store);
                } catch (IOException | CertificateException unreadable) {
                    throw new CannotCollect(
                            Reason.AUTHORITIES_UNREADABLE, file + ": " + unreadable.getMessage(), unreadable);
                }
            }
            case Server.Trust.Pinned(var sha256) -> new Pin(sha256);
        };
    }

    /// Signed by one of these authorities, and made out to the name asked for: else any certificate of theirs, stolen
    /// from any host, would do.
    private static TrustManager named(Server server, @Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return new AggregateTrustManager(
                true, (X509TrustManager) factory.getTrustManagers()[0], new HostNameTrustManager(false, server.host()));
    }

    /// Believes one certificate, however it was signed.
    private record Pin(String sha256) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no client is expected");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            try {
                var met = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
                if (!met.equals(sha256)) {
                    throw new CertificateException("the certificate presented has the fingerprint " + met);
                }
            } catch (java.security.NoSuchAlgorithmException missing) {
                throw new CertificateException(missing);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
