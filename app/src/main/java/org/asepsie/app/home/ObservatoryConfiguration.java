package org.asepsie.app.home;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Brings in the rule that hides figures of too few establishments.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObservatoryRule.class)
class ObservatoryConfiguration {}
