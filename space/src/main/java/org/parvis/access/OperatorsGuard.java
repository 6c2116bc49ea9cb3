package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps everybody else out of pages marked {@link OperatorsOnly}. */
@Component
final class OperatorsGuard implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page && isMarked(page) && !operates(request)) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
        return true;
    }

    private static boolean isMarked(HandlerMethod page) {
        return page.hasMethodAnnotation(OperatorsOnly.class)
                || AnnotatedElementUtils.hasAnnotation(page.getBeanType(), OperatorsOnly.class);
    }

    private static boolean operates(HttpServletRequest request) {
        return Visitor.of(request)
                .filter(visitor -> visitor.audience() == Visitor.Audience.OPERATOR)
                .isPresent();
    }
}
