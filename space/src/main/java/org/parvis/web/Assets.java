package org.parvis.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Style, scripts and type, under an address that changes with their content: a browser loads them once. */
@Component
class Assets implements WebMvcConfigurer {

    private static final String FOLDER = "assets/";

    private final String address = "/" + FOLDER + fingerprint() + "/";

    /** Where the files are, with a slash at its end. */
    String address() {
        return address;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(address + "**")
                .addResourceLocations("classpath:/" + FOLDER)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }

    private static String fingerprint() {
        try {
            return new ClassPathResource(FOLDER + "fingerprint").getContentAsString(US_ASCII);
        } catch (IOException missing) {
            throw new UncheckedIOException("The assets were not gathered: src/main/assets/build.mjs", missing);
        }
    }
}
