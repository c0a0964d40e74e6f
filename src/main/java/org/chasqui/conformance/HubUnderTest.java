package org.chasqui.conformance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * A hub and what is needed to deliver to it.
 *
 * @param party its administration, with the hub's address
 * @param environment holds the secrets that the profile refers to
 * @param door to which it pushes
 * @param patience how long a decision may take
 * @param pause between attempts and between questions
 * @param seed of the item ids: another for each run against a hub that remembers
 * @param date of posting
 */
public record HubUnderTest(
    Profile party,
    Profiles profiles,
    CodecRegistry codecs,
    Map<String, String> environment,
    PushDoor door,
    Duration patience,
    Duration pause,
    long seed,
    LocalDate date) {}
