package org.asepsie.app;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A browser on a real connection, that keeps its cookies and sends each form with its token. [Visitor] is the same
/// without a network.
public final class Surfer implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI address;

    /// @param address of the product, with its port
    public Surfer(String address) {
        this.address = URI.create(address);
    }

    public HttpResponse<String> open(String path) throws Exception {
        return send(request(path).GET());
    }

    /// Opens a page, fills in its form and sends it.
    ///
    /// @param fields names and values in turn
    public HttpResponse<String> submit(String page, String action, String... fields) throws Exception {
        var form = new ArrayList<String>(List.of("_csrf=" + encoded(token(page))));
        for (var i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", form))));
    }

    public String token(String page) throws Exception {
        var body = open(page).body();
        var token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new AssertionError("no form on " + page + ": " + body);
        }
        return token.group(1);
    }

    /// What to send as the header `Cookie`.
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(it -> it.getName() + "=" + it.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
