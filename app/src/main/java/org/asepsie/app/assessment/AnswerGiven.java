package org.asepsie.app.assessment;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.TopicId;

/// An establishment said something, new or changed, about one topic.
public record AnswerGiven(FacilityId facility, TopicId topic, Instant at) {}
