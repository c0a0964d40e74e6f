package org.chasqui.sandbox.traffic;

import java.time.OffsetDateTime;
import java.util.List;
import org.chasqui.message.RegionalMessage;

/**
 * The items of one interchange, from one post to another.
 *
 * @param reference of the interchange, 14 characters
 * @param fromOperator operator code of the post that sends: {@code CLA}
 * @param toOperator operator code of the post that receives
 * @param toCountry ISO 3166-1 alpha-2
 * @param messages the declarations of the items as regional messages, in their order
 * @param at when the interchange is made
 */
public record TrafficBundle(
    String reference,
    String fromOperator,
    String toOperator,
    String toCountry,
    List<TrafficItem> items,
    List<RegionalMessage> messages,
    OffsetDateTime at) {}
