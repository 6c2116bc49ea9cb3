package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Asks each way of recognition, and only when something wants to know who is there. */
@Component
final class RecognisedContexts implements SecurityContextRepository {

    private final List<Recognition> recognitions;

    RecognisedContexts(List<Recognition> recognitions) {
        this.recognitions = List.copyOf(recognitions);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Nothing to do: what recognises a visitor next time was given to them when they came in. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return context(request).getAuthentication() != null;
    }

    private SecurityContext context(HttpServletRequest request) {
        return recognitions.stream()
                .flatMap(recognition -> recognition.visitor(request).stream())
                .findFirst()
                .map(visitor -> new SecurityContextImpl(new Recognised(visitor.from(request.getRemoteAddr()))))
                .orElseGet(SecurityContextImpl::new);
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = context(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
