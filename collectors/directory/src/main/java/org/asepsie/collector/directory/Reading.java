package org.asepsie.collector.directory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one naming context, page by page: one page in memory, whatever the size of the directory. Values that come
/// in ranges (`member;range=0-1499`) are asked for until the last.
final class Reading {
    static final String EVERYTHING = "(objectClass=*)";

    /// Owner, group and DACL: an ordinary account may read these; the SACL would need a privilege, and its absence
    /// would hide the whole descriptor.
    private static final Control DESCRIPTORS = new Control(
            "1.2.840.113556.1.4.801", false, new ASN1OctetString(new ASN1Sequence(new ASN1Integer(7)).encode()));

    private static final Pattern RANGE = Pattern.compile("(?i)(.+);range=(\\d+)-(\\d+|\\*)");

    /// Values of one list in memory, before they are handed on.
    private static final int MOST_VALUES = 1 << 16;

    /// Of one list other than members, so many bytes are kept in memory: some 300,000 names.
    private static final long MOST_JOINED = 64L << 20;

    private static final String MEMBERS = "member";

    /// What tells which object a part of an entry belongs to, and of what kind it is.
    private static final List<String> IDENTITY = List.of(
            "objectClass",
            "objectSid",
            "objectGUID",
            "sAMAccountName",
            "name",
            "displayName",
            "groupType",
            "dNSHostName");

    /// Answers after which the directory will not give more of this context, while the others may be read.
    private static final Set<ResultCode> LIMITS = Set.of(
            ResultCode.SIZE_LIMIT_EXCEEDED,
            ResultCode.TIME_LIMIT_EXCEEDED,
            ResultCode.ADMIN_LIMIT_EXCEEDED,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.REFERRAL,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.UNAVAILABLE_CRITICAL_EXTENSION);

    private final LDAPConnection connection;
    private final int page;
    private final Sink sink;
    private final LongConsumer progress;
    private long entries;
    private long withDescriptor;

    Reading(LDAPConnection connection, int page, Sink sink, LongConsumer progress) {
        this.connection = connection;
        this.page = page;
        this.sink = sink;
        this.progress = progress;
    }

    Logbook.Search read(String base) throws LDAPException, IOException {
        var began = System.nanoTime();
        Optional<String> refused = Optional.empty();
        try {
            pages(base, secrets(base));
        } catch (LDAPException stopped) {
            if (!LIMITS.contains(stopped.getResultCode())) {
                throw stopped;
            }
            refused = Optional.of(stopped.getResultCode().getName() + ": " + stopped.getMessage());
        }
        return new Logbook.Search(
                base, EVERYTHING, entries, withDescriptor, Duration.ofNanos(System.nanoTime() - began), refused);
    }

    private void pages(String base, Map<String, List<String>> secrets) throws LDAPException, IOException {
        var request = new SearchRequest(base, SearchScope.SUB, EVERYTHING, Wanted.ATTRIBUTES.toArray(String[]::new));
        @Nullable ASN1OctetString cookie = null;
        do {
            request.setControls(new SimplePagedResultsControl(page, cookie, false), DESCRIPTORS);
            var result = search(request);
            for (var it : found(result)) {
                take(it, secrets.getOrDefault(key(it.getDN()), List.of()));
            }
            progress.accept(entries);
            cookie = next(result);
        } while (cookie != null);
    }

    /// Which secrets this account could read, where: names alone are asked for (`typesOnly`), values never travel.
    private Map<String, List<String>> secrets(String base) throws LDAPException {
        var found = new HashMap<String, List<String>>();
        var filter = new StringBuilder("(|");
        Wanted.SECRETS.forEach(it -> filter.append('(').append(it).append("=*)"));
        var request = new SearchRequest(
                base, SearchScope.SUB, filter.append(')').toString(), Wanted.SECRETS.toArray(String[]::new));
        request.setTypesOnly(true);
        @Nullable ASN1OctetString cookie = null;
        do {
            request.setControls(new SimplePagedResultsControl(page, cookie, false));
            var result = search(request);
            for (var it : found(result)) {
                var names = it.getAttributes().stream().map(Attribute::getName).toList();
                if (!names.isEmpty()) {
                    found.put(key(it.getDN()), names);
                }
            }
            cookie = next(result);
        } while (cookie != null);
        return found;
    }

    private SearchResult search(SearchRequest request) throws LDAPException {
        try {
            return connection.search(request);
        } catch (LDAPSearchException stopped) {
            // what came before the limit is kept; the record says that there would have been more
            for (var it : request.typesOnly() ? List.<Entry>of() : List.<Entry>copyOf(entriesOf(stopped))) {
                try {
                    take(it, List.of());
                } catch (IOException unwritten) {
                    throw new LDAPException(ResultCode.LOCAL_ERROR, String.valueOf(unwritten.getMessage()), unwritten);
                }
            }
            throw stopped;
        }
    }

    private static List<SearchResultEntry> found(SearchResult result) {
        return Objects.requireNonNullElse(result.getSearchEntries(), List.of());
    }

    private static List<? extends Entry> entriesOf(LDAPSearchException stopped) {
        var entries = stopped.getSearchEntries();
        return entries == null || !LIMITS.contains(stopped.getResultCode()) ? List.of() : entries;
    }

    private static @Nullable ASN1OctetString next(SearchResult result) throws LDAPException {
        var control = SimplePagedResultsControl.get(result);
        return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
    }

    /// A group whose members come in ranges goes on in parts: each has what identifies the group, and some of the
    /// members under the name of their range, as exports write them. So a group of millions takes the memory of one
    /// part. Other lists in ranges are joined, up to a bound: their length is that of one object's own affairs.
    private void take(Entry entry, List<String> secrets) throws LDAPException, IOException {
        var whole = entry.duplicate();
        var members = Optional.<Attribute>empty();
        for (var it : List.copyOf(entry.getAttributes())) {
            var range = RANGE.matcher(it.getName());
            if (range.matches()) {
                whole.removeAttribute(it.getName());
                if (range.group(1).equalsIgnoreCase(MEMBERS)) {
                    members = Optional.of(it);
                } else {
                    whole.addAttribute(new Attribute(range.group(1), joined(entry.getDN(), range.group(1), it)));
                }
            }
        }
        secrets.forEach(it -> whole.addAttribute(it, ""));
        entries++;
        withDescriptor += whole.hasAttribute("nTSecurityDescriptor") ? 1 : 0;
        sink.entry(whole);
        if (members.isPresent()) {
            var identity = identity(whole);
            ranges(entry.getDN(), MEMBERS, members.get(), (from, part, last) -> {
                var to = last ? "*" : String.valueOf(from + part.size() - 1);
                var next = identity.duplicate();
                next.addAttribute(
                        new Attribute("%s;range=%d-%s".formatted(MEMBERS, from, to), part.toArray(byte[][]::new)));
                sink.entry(next);
            });
        }
    }

    /// A list beyond the bound stops the reading of its naming context, which the record tells.
    private byte[][] joined(String dn, String name, Attribute begun) throws LDAPException, IOException {
        var values = new ArrayList<byte[]>();
        var bytes = new long[1];
        ranges(dn, name, begun, (_, part, _) -> {
            part.forEach(it -> bytes[0] += it.length);
            if (bytes[0] > MOST_JOINED) {
                throw new LDAPException(
                        ResultCode.ADMIN_LIMIT_EXCEEDED,
                        "%s of %s is longer than %d MiB".formatted(name, dn, MOST_JOINED >> 20));
            }
            values.addAll(part);
        });
        return values.toArray(byte[][]::new);
    }

    /// Takes some of the values of a list, in order.
    private interface Part {
        void take(long from, List<byte[]> values, boolean last) throws LDAPException, IOException;
    }

    private static Entry identity(Entry whole) {
        var identity = new Entry(whole.getDN());
        for (var name : IDENTITY) {
            var attribute = whole.getAttribute(name);
            if (attribute != null) {
                identity.addAttribute(attribute);
            }
        }
        return identity;
    }

    private void ranges(String dn, String name, Attribute begun, Part part) throws LDAPException, IOException {
        var values = new ArrayList<byte[]>();
        var from = 0L;
        var range = begun;
        while (true) {
            values.addAll(List.of(range.getValueByteArrays()));
            var next = from + values.size();
            var last = range.getName().endsWith("*");
            if (last || values.size() >= MOST_VALUES) {
                part.take(from, values, last);
                values.clear();
                from = next;
            }
            if (last) {
                return;
            }
            range = from(dn, name, next);
        }
    }

    /// The values from a number on, as many as the directory gives at once.
    private Attribute from(String dn, String name, long from) throws LDAPException {
        var entry = connection.searchForEntry(dn, SearchScope.BASE, EVERYTHING, "%s;range=%d-*".formatted(name, from));
        var found = entry == null
                ? Optional.<Attribute>empty()
                : entry.getAttributes().stream()
                        .filter(it -> it.getName()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(name.toLowerCase(Locale.ROOT) + ";range=" + from + "-"))
                        .findFirst();
        return found.orElseThrow(() ->
                new LDAPException(ResultCode.DECODING_ERROR, "%s of %s ends at value %d".formatted(name, dn, from)));
    }

    private static String key(String dn) {
        return dn.toLowerCase(Locale.ROOT);
    }
}
