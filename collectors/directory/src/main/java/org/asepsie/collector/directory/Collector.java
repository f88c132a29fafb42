package org.asepsie.collector.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldif.LDIFWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.asepsie.collector.directory.CannotCollect.Reason;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.entry.EntryReader;
import org.asepsie.engine.directory.entry.LdapEntry;

/// The door: reads all naming contexts of a live directory, into a forest or into a compressed LDIF file. One page of
/// entries in memory at a time, beside what the engine keeps.
public final class Collector {
    /// Active Directory gives no more than a thousand at once by default.
    private static final int PAGE = 500;

    private final Server server;
    private final Account account;
    private final Clock clock;
    private final Progress progress;
    private final int page;

    /// Hears how far it is.
    @FunctionalInterface
    public interface Progress {
        void read(String context, long entries);
    }

    public Collector(Server server, Account account, Clock clock, Progress progress) {
        this(server, account, clock, progress, PAGE);
    }

    Collector(Server server, Account account, Clock clock, Progress progress, int page) {
        this.server = server;
        this.account = account;
        this.clock = clock;
        this.progress = progress;
        this.page = page;
    }

    /// @throws CannotCollect if nothing can be concluded; the builder is then to be dropped
    public Logbook into(ForestBuilder forest) {
        forest.source(Source.Format.LDAP, server.toString(), Optional.empty());
        var reader = new EntryReader(forest);
        try {
            var logbook = collect(it -> reader.read(asRead(it), it.getDN()));
            reader.finish();
            return logbook;
        } catch (IOException impossible) {
            throw new CannotCollect(Reason.NOT_WRITTEN, String.valueOf(impossible.getMessage()), impossible);
        }
    }

    /// Writes beside `file` first and moves it there when all is read: half a collection is never left behind. The
    /// record stands at the end of the file too, as comments. Its owner alone may read the file.
    ///
    /// @throws CannotCollect if the directory or the file refuses
    public Logbook into(Path file) {
        Path part;
        try {
            var folder = file.toAbsolutePath().getParent();
            part = Files.createTempFile(
                    folder,
                    ".collect-",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new CannotCollect(Reason.NOT_WRITTEN, file + ": " + unwritable.getMessage(), unwritable);
        }
        try {
            Logbook logbook;
            try (var out = new LDIFWriter(new GZIPOutputStream(Files.newOutputStream(part)))) {
                logbook = collect(out::writeEntry);
                for (var it : logbook.searches()) {
                    out.writeComment(
                            "%s by %s: %s, %d entries, %d descriptors, %d ms%s"
                                    .formatted(
                                            logbook.server(),
                                            logbook.account(),
                                            it.base(),
                                            it.entries(),
                                            it.withDescriptor(),
                                            it.took().toMillis(),
                                            it.refused()
                                                    .map(why -> ", refused: " + why)
                                                    .orElse("")),
                            false,
                            true);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return logbook;
        } catch (IOException unwritable) {
            throw new CannotCollect(Reason.NOT_WRITTEN, file + ": " + unwritable.getMessage(), unwritable);
        } finally {
            drop(part);
        }
    }

    private static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // the message on its way says more than this one would
        }
    }

    private Logbook collect(Sink sink) throws IOException {
        var began = clock.instant();
        var start = System.nanoTime();
        try (var connection = Secured.open(server)) {
            bind(connection);
            var root = root(connection);
            sink.entry(root);
            var searches = new ArrayList<Logbook.Search>();
            for (var context : contexts(root)) {
                searches.add(new Reading(connection, page, sink, it -> progress.read(context, it)).read(context));
            }
            if (searches.stream().allMatch(it -> it.entries() == 0)) {
                throw new CannotCollect(
                        Reason.NOTHING_READABLE,
                        searches.stream()
                                .findFirst()
                                .flatMap(Logbook.Search::refused)
                                .orElse(server.toString()));
            }
            return new Logbook(
                    server.toString(),
                    server.line().name(),
                    account.user(),
                    began,
                    Duration.ofNanos(System.nanoTime() - start),
                    Wanted.ATTRIBUTES,
                    searches);
        } catch (LDAPException lost) {
            throw new CannotCollect(Reason.CONNECTION_LOST, String.valueOf(lost.getMessage()), lost);
        }
    }

    private void bind(LDAPConnection connection) {
        try {
            switch (account) {
                case Account.WithPassword(var user, var password) -> {
                    if (user.isBlank() || password.length == 0) {
                        // an empty password would be an anonymous bind that looks like a success
                        throw new CannotCollect(Reason.WRONG_PASSWORD, "empty user or password");
                    }
                    connection.bind(new SimpleBindRequest(user, password));
                }
                case Account.WithTicket(var user, var cache) -> {
                    var properties = new GSSAPIBindRequestProperties(user, (String) null);
                    properties.setUseTicketCache(true);
                    properties.setRequireCachedCredentials(true);
                    cache.ifPresent(it -> properties.setTicketCachePath(it.toString()));
                    connection.bind(new GSSAPIBindRequest(properties));
                }
            }
        } catch (LDAPException refused) {
            throw new CannotCollect(reason(refused), String.valueOf(refused.getMessage()), refused);
        }
    }

    private Reason reason(LDAPException refused) {
        if (refused.getResultCode() == ResultCode.SERVER_DOWN) {
            return Reason.CONNECTION_LOST;
        }
        if (account instanceof Account.WithTicket) {
            return refused.getResultCode() == ResultCode.STRONG_AUTH_REQUIRED
                    ? Reason.TICKET_NOT_TIED
                    : Reason.NO_TICKET;
        }
        return refused.getResultCode() == ResultCode.INVALID_CREDENTIALS
                ? Reason.WRONG_PASSWORD
                : Reason.ACCOUNT_REFUSED;
    }

    private static Entry root(LDAPConnection connection) throws LDAPException {
        var root = connection.searchForEntry("", SearchScope.BASE, Reading.EVERYTHING, "*", "+");
        if (root == null || !root.hasAttribute("namingContexts")) {
            throw new CannotCollect(Reason.NOT_A_DIRECTORY, "no naming context in the RootDSE");
        }
        return root;
    }

    /// The domain first, as it is the one that must be readable; then as the directory lists them.
    private static List<String> contexts(Entry root) {
        var contexts = new ArrayList<>(List.of(root.getAttributeValues("namingContexts")));
        Optional.ofNullable(root.getAttributeValue("defaultNamingContext")).ifPresent(it -> {
            contexts.removeIf(it::equalsIgnoreCase);
            contexts.addFirst(it);
        });
        return contexts;
    }

    private static LdapEntry asRead(Entry entry) {
        var attributes = new LinkedHashMap<String, List<byte[]>>();
        entry.getAttributes().forEach(it -> attributes.put(it.getName(), List.of(it.getValueByteArrays())));
        return new LdapEntry(entry.getDN(), attributes);
    }
}
