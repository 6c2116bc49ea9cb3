package org.parvis.authority;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public keys by which others check what this server signed (JWKS). */
final class PublishedKeys extends HttpServlet {

    static final String ADDRESS = "/oauth2/jwks";

    private static final long serialVersionUID = 1;

    private final transient SigningKeys keys;

    PublishedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Less than the notice that a new key is given.
        response.setHeader("Cache-Control", "public, max-age=3600");
        ServerDescription.send(response, keys.published().toString());
    }
}
