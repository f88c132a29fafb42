package org.asepsie.app;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A browser that keeps its cookies: what a test needs to follow one person over several pages.
public final class Visitor {
    private final MockMvc application;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /// @param address the network address the visitor comes from; attempts to sign in are counted for each
    public Visitor(MockMvc application, String address) {
        this.application = application;
        this.address = address;
    }

    public MvcResult open(String path) throws Exception {
        return send(get(path));
    }

    /// @param fields names and values in turn
    public MvcResult submit(String path, String... fields) throws Exception {
        var request = post(path).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    public MvcResult signIn(String email, String password) throws Exception {
        return submit("/sign-in", "email", email, "password", password);
    }

    /// Whether the pages of people who have signed in open.
    public boolean isSignedIn() throws Exception {
        return open("/account").getResponse().getStatus() == 200;
    }

    public String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    private MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var result = application
                .perform(request.with(it -> {
                    it.setRemoteAddr(address);
                    return it;
                }))
                .andReturn();
        for (var cookie : result.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        return result;
    }
}
