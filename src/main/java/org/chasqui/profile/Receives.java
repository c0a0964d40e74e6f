package org.chasqui.profile;

import java.util.Set;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageKind;

/** What a party is sent: kinds of message, and for declarations the flows. */
public record Receives(Set<MessageKind> kinds, Set<Flow> flows) {}
