package org.asepsie.app.home;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Reads the rule of the observatory from the settings (`asepsie.observatory.facilities`, `.entities`).
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObservatoryRule.class)
class ObservatoryRules {}
