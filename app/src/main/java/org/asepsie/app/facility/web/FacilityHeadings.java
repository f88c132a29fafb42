package org.asepsie.app.facility.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Heading;
import org.asepsie.app.page.Pages;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells the frame of the page which facility it is about, whenever the path names one.
@Component
class FacilityHeadings implements HandlerInterceptor {
    /// After the gate: who is kept out learns no name.
    private static final int AFTER_THE_GATE = 100;

    private final Facilities facilities;

    FacilityHeadings(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("facility") instanceof String facility) {
            var found = facilities.get(FacilityId.of(facility));
            request.setAttribute(Pages.HEADING, new Heading(found.id().toString(), found.name(), found.path()));
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class OnEveryPath implements WebMvcConfigurer {
        private final FacilityHeadings headings;

        OnEveryPath(FacilityHeadings headings) {
            this.headings = headings;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(headings).order(AFTER_THE_GATE);
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverter(new Converter<String, FacilityId>() {
                @Override
                public FacilityId convert(String text) {
                    return FacilityId.of(text);
                }
            });
        }
    }
}
